// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

/** The types of audit tasks; the names are the wire names. */
public enum AuditTaskType {
    ON_DEMAND_AUDIT_TASK,
    SCHEDULED_AUDIT_TASK,
    /** Not AWS's: named in findings in the hub, never by an AWS-shaped answer, since it has no task. */
    CONTINUOUS_AUDIT
}
