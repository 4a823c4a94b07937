// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.Tx;
import io.fleetward.mitigation.task.MitigationTask;
import io.fleetward.mitigation.task.Rollout;
import io.fleetward.mitigation.task.SubjectStatus;
import io.fleetward.mitigation.task.TaskStatus;
import java.time.Instant;
import java.util.Map;

/** Decides, after a subject, how a careful task goes on. Confined to one transaction. */
record RolloutStep(MitigationStore store, MitigationTask task, Rollout rollout, Instant now) {
    /** Whether the next subject follows at once; ends the task, or has it pause, where it does not. */
    boolean goesOn(Tx tx) {
        long failed = 0;
        long worked = 0;
        long pending = 0;
        for (Map<SubjectStatus, Long> counts :
                store.executions().countSubjects(tx, task.key()).values()) {
            failed += counts.getOrDefault(SubjectStatus.FAILED, 0L);
            worked += counts.getOrDefault(SubjectStatus.FAILED, 0L) + counts.getOrDefault(SubjectStatus.SUCCEEDED, 0L);
            pending += counts.getOrDefault(SubjectStatus.PENDING, 0L);
        }
        if (pending == 0) {
            return true;
        }
        if (rollout.stopsAfter(failed)) {
            String reason = failed + " subjects failed, " + rollout.toleratedFailures() + " were tolerated";
            store.executions().cancelPending(tx, task.key());
            store.tasks().put(tx, task.ended(TaskStatus.FAILED, reason, now));
            return false;
        }
        if (rollout.pausesAfter(worked)) {
            store.tasks().put(tx, task.pausedUntil(now.plus(rollout.pause())));
            return false;
        }
        return true;
    }
}
