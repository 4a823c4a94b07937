// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.Tx;
import io.fleetward.audit.schedule.ScheduledAudit;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scheduled audits of every account. Thread-safe. */
public interface ScheduledAudits {
    /** The schedule of this name, or null. */
    @Nullable
    ScheduledAudit find(Tx tx, AccountRegion scope, String name);

    /** Inserts the schedule, or replaces the one of its name. */
    void put(Tx tx, ScheduledAudit schedule);

    /** Removes the schedule; answers whether there was one. */
    boolean remove(Tx tx, AccountRegion scope, String name);

    /** The account's schedules, by name. */
    List<ScheduledAudit> of(Tx tx, AccountRegion scope);

    /** Up to that many schedules, of whatever account, that are due at that moment, the longest due first. */
    List<ScheduledAudit> dueAt(Tx tx, Instant now, int limit);

    /** When the next schedule of whatever account is due, null when there is none. */
    @Nullable
    Instant nextDue(Tx tx);
}
