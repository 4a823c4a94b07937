// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.aws.api.iot.MitigationTargets;
import io.fleetward.aws.model.fleetward.AuditMitigationOrder;
import io.fleetward.aws.model.fleetward.AuditMitigationTarget;
import io.fleetward.aws.model.fleetward.DetectMitigationOrder;
import io.fleetward.aws.model.fleetward.DetectMitigationTarget;
import io.fleetward.aws.model.fleetward.MitigationRollout;
import io.fleetward.aws.model.fleetward.OccurrenceRange;
import io.fleetward.mitigation.task.MitigationOrder;
import io.fleetward.mitigation.task.Rollout;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Translates what mitigation is to do, and how carefully. */
final class MitigationOrders {
    private MitigationOrders() {}

    static MitigationOrder order(io.fleetward.aws.model.fleetward.MitigationOrder wire) {
        AuditMitigationOrder audit = wire.audit();
        DetectMitigationOrder detect = wire.detect();
        if (audit != null && detect == null) {
            return order(audit);
        }
        if (detect != null && audit == null) {
            return order(detect);
        }
        throw new ApiException(IotError.INVALID_REQUEST, "order must have either audit or detect, and not both");
    }

    static @Nullable Rollout rollout(@Nullable MitigationRollout wire) {
        if (wire == null) {
            return null;
        }
        return new Rollout(
                Objects.requireNonNullElse(wire.batchSize(), 1),
                Duration.ofSeconds(Objects.requireNonNullElse(wire.pauseSeconds(), 0)),
                Objects.requireNonNullElse(wire.toleratedFailures(), 0));
    }

    static @Nullable MitigationRollout wire(@Nullable Rollout rollout) {
        return rollout == null
                ? null
                : MitigationRollout.builder()
                        .batchSize(rollout.batchSize())
                        .pauseSeconds((int) rollout.pause().toSeconds())
                        .toleratedFailures(rollout.toleratedFailures())
                        .build();
    }

    private static MitigationOrder order(AuditMitigationOrder wire) {
        AuditMitigationTarget target = wire.target();
        return new MitigationOrder.OnFindings(
                MitigationTargets.findings(
                        target.auditTaskId(), target.findingIds(), target.auditCheckToReasonCodeFilter()),
                MitigationTargets.actions(wire.auditCheckToActionsMapping()));
    }

    private static MitigationOrder order(DetectMitigationOrder wire) {
        DetectMitigationTarget target = wire.target();
        OccurrenceRange range = wire.violationEventOccurrenceRange();
        return new MitigationOrder.OnViolations(
                MitigationTargets.violations(
                        target.violationIds(), target.securityProfileName(), target.behaviorName()),
                wire.actions(),
                range == null ? null : new MitigationOrder.Range(range.startTime(), range.endTime()),
                !Boolean.FALSE.equals(wire.includeOnlyActiveViolations()),
                Boolean.TRUE.equals(wire.includeSuppressedAlerts()));
    }
}
