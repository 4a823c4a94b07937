// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

import org.jspecify.annotations.Nullable;

/** How far one check of a task has come (audit, task and check life cycle). Immutable. */
public sealed interface CheckRun {
    /** Not finished. */
    record InProgress() implements CheckRun {}

    /** Not finished, because what it judges is still being collected. */
    record Waiting() implements CheckRun {}

    /**
     * Finished; counts are resources, not findings.
     *
     * @param nonCompliant the resources that are not compliant, suppressed ones included
     * @param suppressed those of them whose every finding is suppressed
     */
    record Completed(long total, long nonCompliant, long suppressed) implements CheckRun {
        public Completed {
            if (suppressed > nonCompliant || nonCompliant > total) {
                throw new IllegalStateException(
                        "counts of a check contradict: " + suppressed + ", " + nonCompliant + ", " + total);
            }
        }

        /** Whether nothing is left that somebody should look at. */
        public boolean isCompliant() {
            return nonCompliant == suppressed;
        }
    }

    /** Could not be carried out. */
    record Failed(@Nullable FailureCode code, String message) implements CheckRun {
        private static final int LONGEST_MESSAGE = 2048;

        public Failed {
            message = message.substring(0, Math.min(message.length(), LONGEST_MESSAGE));
        }
    }

    /** Called off before it was finished. */
    record Canceled() implements CheckRun {}

    /** Why a check could not be carried out, where the API has a code for it; the names are the wire names. */
    enum FailureCode {
        INSUFFICIENT_PERMISSIONS,
        AUDIT_CHECK_DISABLED
    }

    /** The status as the API names it. */
    default CheckRunStatus status() {
        return switch (this) {
            case InProgress _ -> CheckRunStatus.IN_PROGRESS;
            case Waiting _ -> CheckRunStatus.WAITING_FOR_DATA_COLLECTION;
            case Completed completed when completed.isCompliant() -> CheckRunStatus.COMPLETED_COMPLIANT;
            case Completed _ -> CheckRunStatus.COMPLETED_NON_COMPLIANT;
            case Failed _ -> CheckRunStatus.FAILED;
            case Canceled _ -> CheckRunStatus.CANCELED;
        };
    }

    /** Whether nothing more will happen to this check. */
    default boolean isFinal() {
        return switch (this) {
            case InProgress _, Waiting _ -> false;
            case Completed _, Failed _, Canceled _ -> true;
        };
    }
}
