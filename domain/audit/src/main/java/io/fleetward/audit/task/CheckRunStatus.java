// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

/** Where a check stands within a task; the names are the wire names. */
public enum CheckRunStatus {
    IN_PROGRESS,
    WAITING_FOR_DATA_COLLECTION,
    CANCELED,
    COMPLETED_COMPLIANT,
    COMPLETED_NON_COMPLIANT,
    FAILED
}
