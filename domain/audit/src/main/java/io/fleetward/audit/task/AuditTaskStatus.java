// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

/** Where a task stands; the names are the wire names. */
public enum AuditTaskStatus {
    IN_PROGRESS,
    COMPLETED,
    FAILED,
    CANCELED
}
