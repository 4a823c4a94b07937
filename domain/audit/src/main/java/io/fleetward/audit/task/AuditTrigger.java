// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.task;

import io.fleetward.audit.schedule.Frequency;

/**
 * Why an audit runs. A further reason is a further variant here; the compiler then points to everything that has to
 * know. Immutable.
 */
public sealed interface AuditTrigger {
    /** Somebody asked for it. */
    record OnDemand() implements AuditTrigger {}

    /** Its time has come. */
    record Scheduled(String scheduleName, Frequency frequency) implements AuditTrigger {}

    /** What it judges has changed: the continuous audit, which has no task of its own. */
    record Change() implements AuditTrigger {}

    /** The type of tasks with this trigger, as the API names it. */
    default AuditTaskType taskType() {
        return switch (this) {
            case OnDemand _ -> AuditTaskType.ON_DEMAND_AUDIT_TASK;
            case Scheduled _ -> AuditTaskType.SCHEDULED_AUDIT_TASK;
            case Change _ -> AuditTaskType.CONTINUOUS_AUDIT;
        };
    }
}
