// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

import java.util.Collection;

/** How many checks of a task stand where; the total is the sum of the others. Immutable. */
public record TaskStatistics(
        int total, int inProgress, int waiting, int compliant, int nonCompliant, int failed, int canceled) {
    /** Counts the checks of a task. */
    static TaskStatistics of(Collection<CheckRun> runs) {
        return new TaskStatistics(
                runs.size(),
                count(runs, CheckRunStatus.IN_PROGRESS),
                count(runs, CheckRunStatus.WAITING_FOR_DATA_COLLECTION),
                count(runs, CheckRunStatus.COMPLETED_COMPLIANT),
                count(runs, CheckRunStatus.COMPLETED_NON_COMPLIANT),
                count(runs, CheckRunStatus.FAILED),
                count(runs, CheckRunStatus.CANCELED));
    }

    private static int count(Collection<CheckRun> runs, CheckRunStatus status) {
        return (int) runs.stream().filter(run -> run.status() == status).count();
    }
}
