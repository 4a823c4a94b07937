// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.task;

/** Where a task stands. */
public enum TaskStatus {
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELED
}
