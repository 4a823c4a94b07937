// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTaskStatus;
import io.fleetward.audit.task.CheckRunStatus;
import io.fleetward.audit.view.FixedView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An over-permissive policy and missing logs, from the start of the audit to what the hub is told, and back. */
class AuditExperimentTest {
    private static final String OPEN = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""";
    private static final String POLICY_FINDING = "111122223333/IOT_POLICY/AllOpen/3/"
            + "IOT_POLICY_OVERLY_PERMISSIVE_CHECK/ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS";
    private static final String LOGGING_FINDING =
            "111122223333/ACCOUNT_SETTINGS/111122223333/LOGGING_DISABLED_CHECK/LOGGING_DISABLED";

    private final AuditRig rig = new AuditRig();

    @Test
    void tellsTheHubOfBothFaultsAndOfEveryCheck() {
        rig.enableAll();
        rig.view = FixedView.EMPTY.withPolicy("AllOpen", OPEN);

        AuditTask task = rig.audit();

        assertThat(task.status()).isEqualTo(AuditTaskStatus.COMPLETED);
        assertThat(task.statistics().nonCompliant()).isEqualTo(2);
        assertThat(task.statistics().compliant())
                .isEqualTo(rig.checks.of(SCOPE).names().size() - 2);
        assertThat(rig.hub).hasSize(2 + rig.checks.of(SCOPE).names().size());
        expect(POLICY_FINDING, "CRITICAL", "AwsIotPolicy", "AllOpen");
        expect(LOGGING_FINDING, "LOW", "AwsIotAccountSettings", "111122223333");
        JsonNode witness = last(POLICY_FINDING).path("ProductFields");
        assertThat(witness.path("WITNESS_CONNECT").stringValue())
                .isEqualTo("arn:aws:iot:eu-west-1:111122223333:client/another-device");
        assertThat(witness.path("WITNESS_CONNECT_CONTEXT").stringValue()).contains("iot:ClientId=another-device");
        assertThat(rig.checks.of(SCOPE).names()).allSatisfy(check -> {
            ObjectNode summary = last("111122223333/ON_DEMAND_AUDIT_TASK/" + check);
            boolean isCompliant = task.of(check).status() == CheckRunStatus.COMPLETED_COMPLIANT;
            assertThat(text(summary, "RecordState")).isEqualTo(isCompliant ? "ARCHIVED" : "ACTIVE");
            assertThat(summary.path("Resources").path(0).path("Type").stringValue())
                    .isEqualTo("AwsIotAuditTask");
            assertThat(summary.path("Resources").path(0).path("Id").stringValue())
                    .isEqualTo(task.id());
        });
    }

    @Test
    void archivesWhatIsFixedAndReopensItWhenItIsBrokenAgain() {
        rig.enableAll();
        FixedView broken = FixedView.EMPTY.withPolicy("AllOpen", OPEN);
        rig.view = broken;
        rig.audit();
        Instant first = updatedAt(POLICY_FINDING);

        rig.view = FixedView.EMPTY.withLoggingOn();
        rig.clock.advance(Duration.ofMinutes(1));
        rig.audit();
        Instant second = updatedAt(POLICY_FINDING);
        assertThat(text(last(POLICY_FINDING), "RecordState")).isEqualTo("ARCHIVED");
        assertThat(text(last(LOGGING_FINDING), "RecordState")).isEqualTo("ARCHIVED");

        rig.view = broken;
        rig.audit();

        assertThat(text(last(POLICY_FINDING), "RecordState")).isEqualTo("ACTIVE");
        assertThat(List.of(first, second, updatedAt(POLICY_FINDING))).isSorted().doesNotHaveDuplicates();
        assertThat(text(last(POLICY_FINDING), "CreatedAt")).isEqualTo(text(rig.hub.getFirst(), "CreatedAt"));
        assertThat(rig.hub.stream().filter(document -> document.has("Workflow")).map(document -> text(document, "Id")))
                .doesNotHaveDuplicates();
    }

    @Test
    void updatesAFaultThatIsStillThere() {
        rig.enableAll();
        rig.view = FixedView.EMPTY.withPolicy("AllOpen", OPEN);
        rig.audit();
        ObjectNode before = last(POLICY_FINDING);

        AuditTask second = rig.audit();

        ObjectNode after = last(POLICY_FINDING);
        assertThat(text(after, "GeneratorId")).isNotEqualTo(text(before, "GeneratorId"));
        assertThat(after.path("ProductFields").path("TaskId").stringValue()).isEqualTo(second.id());
        assertThat(text(after, "UpdatedAt")).isGreaterThan(text(before, "UpdatedAt"));
        assertThat(text(after, "RecordState")).isEqualTo("ACTIVE");
    }

    @Test
    void leavesFindingsOfChecksThatDidNotRunAlone() {
        rig.enableAll();
        rig.view = FixedView.EMPTY.withPolicy("AllOpen", OPEN);
        rig.audit();
        rig.view = FixedView.EMPTY;

        rig.audits.startOnDemand(SCOPE, List.of("LOGGING_DISABLED_CHECK"));
        rig.runJobs();

        assertThat(text(last(POLICY_FINDING), "RecordState")).isEqualTo("ACTIVE");
    }

    @Test
    void tellsAHubThatBeginsToListenAsIfForTheFirstTime() {
        rig.enableAll();
        rig.view = FixedView.EMPTY.withPolicy("AllOpen", OPEN);
        rig.isHeard = false;
        rig.audit();
        assertThat(rig.hub).isEmpty();

        rig.isHeard = true;
        rig.clock.advance(Duration.ofMinutes(1));
        rig.audit();

        assertThat(last(POLICY_FINDING).path("Workflow").path("Status").stringValue())
                .isEqualTo("NEW");
        assertThat(text(last(POLICY_FINDING), "CreatedAt")).isEqualTo(text(last(POLICY_FINDING), "UpdatedAt"));
    }

    @Test
    void withdrawsWhatWasMendedWhileTheHubDidNotListen() {
        rig.enableAll();
        rig.view = FixedView.EMPTY.withPolicy("AllOpen", OPEN);
        rig.audit();
        int heard = rig.hub.size();

        rig.view = FixedView.EMPTY;
        rig.isHeard = false;
        assertThat(rig.audit().status()).isEqualTo(AuditTaskStatus.COMPLETED);
        assertThat(rig.hub).hasSize(heard);

        rig.isHeard = true;
        rig.audit();

        assertThat(text(last(POLICY_FINDING), "RecordState")).isEqualTo("ARCHIVED");
        assertThat(text(last(LOGGING_FINDING), "RecordState")).isEqualTo("ACTIVE");
    }

    private void expect(String id, String severity, String resourceType, String resourceId) {
        ObjectNode finding = last(id);
        assertThat(finding.path("Severity").path("Label").stringValue()).isEqualTo(severity);
        assertThat(finding.path("Resources").path(0).path("Type").stringValue()).isEqualTo(resourceType);
        assertThat(finding.path("Resources").path(0).path("Id").stringValue()).isEqualTo(resourceId);
        assertThat(text(finding, "RecordState")).isEqualTo("ACTIVE");
        Map.Entry<String, String> title = title(id);
        assertThat(text(finding, "Title")).isEqualTo(title.getKey() + ": " + title.getValue());
    }

    private static Map.Entry<String, String> title(String id) {
        String[] parts = id.split("/", -1);
        return Map.entry(parts[parts.length - 2], parts[parts.length - 1]);
    }

    private ObjectNode last(String id) {
        return Objects.requireNonNull(rig.lastById().get(id), id);
    }

    private Instant updatedAt(String id) {
        return Instant.parse(text(last(id), "UpdatedAt"));
    }

    private static String text(ObjectNode document, String member) {
        return document.path(member).stringValue();
    }
}
