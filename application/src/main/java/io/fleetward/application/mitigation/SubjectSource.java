// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.effect.Subject;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.TaskSubject;
import org.jspecify.annotations.Nullable;

/** Knows the findings, or the violations, that orders are about. Thread-safe. */
public interface SubjectSource {
    /** Refuses an order that names what does not exist or cannot be worked on. */
    void requireTarget(Tx tx, AccountRegion scope, MitigationOrder order);

    /** Refuses an action that may not be applied to what the order is about. */
    void requireApplicable(Tx tx, AccountRegion scope, MitigationOrder order, ActionDefinition action);

    /** What the order is about, a page at a time; the keyset is the source's own. */
    Page<Candidate> candidates(Tx tx, AccountRegion scope, MitigationOrder order, PageRequest page);

    /** The finding or violation, null when it is no longer known. */
    @Nullable
    Subject find(Tx tx, AccountRegion scope, String id);

    /**
     * Something that an order is about.
     *
     * @param group see {@link TaskSubject}
     * @param thing the device of a violation; null for findings
     * @param leftOut why nothing is done about it, null when something is
     */
    record Candidate(
            String id,
            String group,
            @Nullable String thing,
            @Nullable String leftOut) {}
}
