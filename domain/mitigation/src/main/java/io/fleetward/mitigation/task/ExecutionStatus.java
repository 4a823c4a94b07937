// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

/** Where one action on one subject stands. */
public enum ExecutionStatus {
    PENDING,
    COMPLETED,
    FAILED,
    SKIPPED,
    CANCELED
}
