// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.task.TaskKey;
import org.jspecify.annotations.Nullable;

/** What the mitigation of every account has changed: lines are only ever added, and in the end expire. Thread-safe. */
public interface MitigationJournal {
    void append(Tx tx, JournalEntry entry);

    /** The lines of a task, or of the account when it is null, newest first; the keyset is the sequence number. */
    Page<JournalLine> list(Tx tx, AccountRegion scope, @Nullable TaskKey task, PageRequest page);

    /** Forgets the lines of a task. */
    void clear(Tx tx, TaskKey task);
}
