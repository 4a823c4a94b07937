// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

import java.util.Map;

/** How many of something stand where; the total is the sum of the others and of what is still to be done. Immutable. */
public record Counts(long total, long succeeded, long failed, long skipped, long canceled) {
    /** Nothing. */
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);

    /** The counts of subjects with these statuses. */
    public static Counts ofSubjects(Map<SubjectStatus, Long> byStatus) {
        return new Counts(
                byStatus.values().stream().mapToLong(Long::longValue).sum(),
                byStatus.getOrDefault(SubjectStatus.SUCCEEDED, 0L),
                byStatus.getOrDefault(SubjectStatus.FAILED, 0L),
                byStatus.getOrDefault(SubjectStatus.SKIPPED, 0L),
                byStatus.getOrDefault(SubjectStatus.CANCELED, 0L));
    }

    /** The counts of executions with these statuses. */
    public static Counts ofExecutions(Map<ExecutionStatus, Long> byStatus) {
        return new Counts(
                byStatus.values().stream().mapToLong(Long::longValue).sum(),
                byStatus.getOrDefault(ExecutionStatus.COMPLETED, 0L),
                byStatus.getOrDefault(ExecutionStatus.FAILED, 0L),
                byStatus.getOrDefault(ExecutionStatus.SKIPPED, 0L),
                byStatus.getOrDefault(ExecutionStatus.CANCELED, 0L));
    }
}
