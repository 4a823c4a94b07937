// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.mitigation.effect.Change;
import io.fleetward.mitigation.task.TaskKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal: what was changed, for whom, and why.
 *
 * <p>Immutable.
 *
 * @param subjectId the finding or violation
 * @param actor the ARN of the caller who started the task or took the change back
 * @param role the ARN of the role of the action
 * @param undoes the sequence number of the line whose change this one takes back, null for a change of its own
 */
public record JournalEntry(
        TaskKey task,
        String subjectId,
        String actionName,
        String actor,
        String role,
        Instant at,
        Change change,
        @Nullable Long undoes) {
    /** The line of the same about a change that takes this one back. */
    public JournalEntry undone(long sequence, String by, Instant when, Change inverse) {
        return new JournalEntry(task, subjectId, actionName, by, role, when, inverse, sequence);
    }
}
