// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.Severity;
import io.fleetward.audit.finding.AuditFinding;
import io.fleetward.audit.finding.HubReport;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.node.JsonNodeFactory;

/** Records for tests of the audit, with everything that does not matter filled in. */
final class AuditRecords {
    static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    static final AccountRegion OTHER_REGION = AccountRegion.of("111122223333", "us-east-1");
    static final AccountRegion OTHER_ACCOUNT = AccountRegion.of("444455556666", "eu-west-1");
    static final CheckName CHECK = new CheckName("IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
    static final CheckName OTHER_CHECK = new CheckName("LOGGING_DISABLED_CHECK");
    static final Instant NOON = Instant.parse("2026-06-01T12:00:00.120Z");

    private AuditRecords() {}

    static AuditTask aTask(AccountRegion scope, String id, Instant startedAt) {
        return AuditTask.start(scope, id, new AuditTrigger.OnDemand(), startedAt, List.of(CHECK, OTHER_CHECK));
    }

    static AuditFinding aFinding(String id, String taskId, Instant foundAt) {
        return finding(id, taskId, foundAt, "Policy" + id, List.of());
    }

    static AuditFinding aFindingOnPolicy(String id, String policyName) {
        return finding(id, "task", NOON, policyName, List.of());
    }

    static AuditFinding aFindingWithRelated(String id, int count) {
        List<AuditedResource> related = IntStream.range(0, count)
                .mapToObj(number -> new AuditedResource(
                        new ResourceIdentifier.DeviceCertificate("cert" + number),
                        Map.of("CONNECTION_TIME", String.valueOf(number))))
                .toList();
        return finding(id, "task", NOON, "Policy" + id, related);
    }

    static AuditFinding suppressed(AuditFinding finding) {
        return new AuditFinding(
                finding.id(),
                finding.taskId(),
                finding.taskStartedAt(),
                OTHER_CHECK,
                finding.foundAt(),
                Severity.LOW,
                finding.resource(),
                finding.related(),
                finding.code(),
                finding.reason(),
                true);
    }

    static HubReport aReport(String id, String taskId, Instant updatedAt) {
        var document = JsonNodeFactory.instance.objectNode().put("Id", id).put("TaskId", taskId);
        return new HubReport(HubReport.Kind.FINDING, CHECK, id, taskId, NOON, updatedAt, true, document);
    }

    private static AuditFinding finding(
            String id, String taskId, Instant foundAt, String policyName, List<AuditedResource> related) {
        return new AuditFinding(
                id,
                taskId,
                foundAt.minusSeconds(1),
                CHECK,
                foundAt,
                Severity.CRITICAL,
                new AuditedResource(
                        new ResourceIdentifier.PolicyVersion(policyName, "3"), Map.of("NOTE", "first \"line\"")),
                related,
                new ReasonCode("ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS"),
                "Policy allows broad access to these data-plane actions: [iot:Connect].",
                false);
    }
}
