// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import static io.fleetward.audit.view.CertificateFactsBuilder.NOW;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.Severity;
import io.fleetward.audit.check.CheckDescription;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.check.DeviceCertificateExpiringCheck;
import io.fleetward.audit.check.IotPolicyOverlyPermissiveCheck;
import io.fleetward.audit.schedule.Frequency;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.audit.view.FixedView;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The tasks and findings that tests of reports start from. */
final class Occasions {
    static final CheckDescription DESCRIPTION = new IotPolicyOverlyPermissiveCheck().description();
    static final Instant REPORTED = Instant.parse("2026-06-01T02:10:05.120Z");

    private static final String TASK = "0f3c9a51e2b84d7796a1c0de55aa7711";

    private Occasions() {}

    static CheckReport.Occasion onDemand() {
        return occasion(new AuditTrigger.OnDemand(), DESCRIPTION);
    }

    static CheckReport.Occasion nightly() {
        return occasion(
                new AuditTrigger.Scheduled("nightly", Frequency.DAILY),
                new DeviceCertificateExpiringCheck().description());
    }

    static CheckReport.Occasion at(CheckReport.Occasion occasion, Instant now) {
        return new CheckReport.Occasion(occasion.task(), occasion.check(), now);
    }

    static NonCompliance fault(String policy, String code) {
        return new NonCompliance(
                AuditedResource.of(new ResourceIdentifier.PolicyVersion(policy, "3")),
                List.of(),
                new ReasonCode(code),
                "Policy allows broad access to these data-plane actions:"
                        + " [iot:Subscribe, iot:Connect, iot:Publish].");
    }

    static AuditFinding findingOn(ResourceIdentifier resource) {
        return new AuditFinding(
                "5b0c1e9c77d14d0aa6f0a4c2b9e81d33",
                TASK,
                NOW,
                DESCRIPTION.name(),
                REPORTED,
                Severity.CRITICAL,
                AuditedResource.of(resource),
                List.of(),
                new ReasonCode("ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS"),
                "Policy allows broad access to these data-plane actions: [iot:Subscribe, iot:Connect, iot:Publish].",
                false);
    }

    static AuditFinding suppressed(AuditFinding finding) {
        return new AuditFinding(
                finding.id(),
                finding.taskId(),
                finding.taskStartedAt(),
                finding.check(),
                finding.foundAt(),
                finding.severity(),
                finding.resource(),
                finding.related(),
                finding.code(),
                finding.reason(),
                true);
    }

    static AuditFinding withInfo(AuditFinding finding, Map<String, String> info) {
        return new AuditFinding(
                finding.id(),
                finding.taskId(),
                finding.taskStartedAt(),
                finding.check(),
                finding.foundAt(),
                finding.severity(),
                new AuditedResource(finding.resource().identifier(), info),
                finding.related(),
                finding.code(),
                finding.reason(),
                finding.isSuppressed());
    }

    private static CheckReport.Occasion occasion(AuditTrigger trigger, CheckDescription check) {
        var task = AuditTask.start(FixedView.SCOPE, TASK, trigger, NOW, List.of(check.name()));
        return new CheckReport.Occasion(task, check, REPORTED);
    }
}
