// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.mitigation.SubjectSource.Candidate;
import io.fleetward.application.store.Tx;
import io.fleetward.mitigation.action.ActionDefinition;
import io.fleetward.mitigation.task.Execution;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.SubjectStatus;
import io.fleetward.mitigation.task.TaskSubject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down, batch by batch, what a task is about and what it will do. Confined to the job that plans the task. */
final class TaskPlanner {
    private final MitigationExecutions executions;
    private final MitigationTask task;
    private final Instant now;
    private int position;

    TaskPlanner(MitigationExecutions executions, MitigationTask task, Instant now) {
        this.executions = executions;
        this.task = task;
        this.now = now;
    }

    /** Adds those that the task does not have yet. */
    void add(Tx tx, List<Candidate> candidates) {
        for (Candidate candidate : candidates) {
            String leftOut = candidate.leftOut();
            SubjectStatus status = leftOut == null ? SubjectStatus.PENDING : SubjectStatus.SKIPPED;
            var subject = new TaskSubject(position, candidate.id(), candidate.group(), status);
            var planned = new ArrayList<Execution>();
            for (ActionDefinition action : task.actionsFor(candidate.group())) {
                Execution pending = Execution.pending(task.key(), subject, planned.size(), action, candidate.thing());
                planned.add(leftOut == null ? pending : pending.skipped(now, leftOut));
            }
            if (executions.add(tx, task.key(), subject, planned)) {
                position++;
            }
        }
    }
}
