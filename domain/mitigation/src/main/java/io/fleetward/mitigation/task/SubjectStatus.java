// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

/** What became of one finding or violation of a task. */
public enum SubjectStatus {
    PENDING,
    /** All its actions were done. */
    SUCCEEDED,
    /** One of its actions failed. */
    FAILED,
    /** It was left out. */
    SKIPPED,
    CANCELED
}
