// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditRig;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Audit tasks over the wire. */
class AuditTaskOperationsTest {
    private static final String RANGE = "'startTime': '2026-05-31T00:00:00Z', 'endTime': '2026-06-02T00:00:00Z'";

    private final AuditRig rig = new AuditRig();
    private final ApiHarness api = ApiHarness.of(
                    rig.clock, new AuditTaskOperations(rig.audits, new PageTokens(new byte[32])))
            .in(AuditRig.SCOPE);

    @BeforeEach
    void configure() {
        rig.enableAll();
        rig.clock.advance(Duration.ofMillis(123));
    }

    @Test
    void describesATaskInProgress() {
        String id = start("'LOGGING_DISABLED_CHECK', 'LOGGING_DISABLED_CHECK'");

        assertThat(describe(id).body())
                .isEqualTo("{\"taskStatus\":\"IN_PROGRESS\",\"taskType\":\"ON_DEMAND_AUDIT_TASK\","
                        + "\"taskStartTime\":1780272000.123,\"taskStatistics\":{\"totalChecks\":1,"
                        + "\"inProgressChecks\":1,\"waitingForDataCollectionChecks\":0,\"compliantChecks\":0,"
                        + "\"nonCompliantChecks\":0,\"failedChecks\":0,\"canceledChecks\":0},"
                        + "\"auditDetails\":{\"LOGGING_DISABLED_CHECK\":{\"checkRunStatus\":\"IN_PROGRESS\"}}}");
    }

    @Test
    void describesAFinishedTask() {
        String id = start("'LOGGING_DISABLED_CHECK', 'CA_CERTIFICATE_EXPIRING_CHECK'");
        rig.runJobs();

        JsonNode task = describe(id).json();

        assertThat(task.path("taskStatus").stringValue()).isEqualTo("COMPLETED");
        assertThat(task.path("auditDetails").toString())
                .isEqualTo("{\"LOGGING_DISABLED_CHECK\":{\"checkRunStatus\":\"COMPLETED_NON_COMPLIANT\","
                        + "\"checkCompliant\":false,\"totalResourcesCount\":1,\"nonCompliantResourcesCount\":1,"
                        + "\"suppressedNonCompliantResourcesCount\":0},"
                        + "\"CA_CERTIFICATE_EXPIRING_CHECK\":{\"checkRunStatus\":\"COMPLETED_COMPLIANT\","
                        + "\"checkCompliant\":true,\"totalResourcesCount\":0,\"nonCompliantResourcesCount\":0,"
                        + "\"suppressedNonCompliantResourcesCount\":0}}");
    }

    @Test
    void describesAFailedCheck() {
        String id = start("'LOGGING_DISABLED_CHECK'");
        rig.settings.delete(AuditRig.SCOPE, false);
        rig.runJobs();

        assertThat(describe(id).json().path("auditDetails").toString())
                .isEqualTo("{\"LOGGING_DISABLED_CHECK\":{\"checkRunStatus\":\"FAILED\",\"checkCompliant\":false,"
                        + "\"errorCode\":\"AUDIT_CHECK_DISABLED\","
                        + "\"message\":\"The check was disabled before it was run.\"}}");
    }

    @Test
    void refusesAnEleventhTaskWithItsModelledStatus() {
        for (int i = 0; i < 10; i++) {
            start("'LOGGING_DISABLED_CHECK'");
        }

        Answer answer = call("StartOnDemandAuditTask", "{'targetCheckNames': ['LOGGING_DISABLED_CHECK']}");

        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.errorCode()).isEqualTo("LimitExceededException");
    }

    @Test
    void cancelsATaskOnce() {
        String id = start("'LOGGING_DISABLED_CHECK'");

        assertThat(call("CancelAuditTask", "{'taskId': '" + id + "'}").body()).isEqualTo("{}");
        Answer again = call("CancelAuditTask", "{'taskId': '" + id + "'}");
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.errorCode()).isEqualTo("InvalidRequestException");
        Answer unknown = call("CancelAuditTask", "{'taskId': 'abc'}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(describe(id).json().path("auditDetails").toString())
                .isEqualTo("{\"LOGGING_DISABLED_CHECK\":{\"checkRunStatus\":\"CANCELED\"}}");
    }

    @Test
    void listsTasksPageByPage() {
        var started = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            rig.clock.advance(Duration.ofMillis(1));
            started.addFirst(start("'LOGGING_DISABLED_CHECK'"));
        }

        var listed = new ArrayList<String>();
        String token = "";
        do {
            JsonNode page = call("ListAuditTasks", "{" + RANGE + ", 'maxResults': 2" + token + "}")
                    .json();
            page.path("tasks").forEach(task -> listed.add(task.path("taskId").stringValue()));
            token = page.has("nextToken")
                    ? ", 'nextToken': '" + page.path("nextToken").stringValue() + "'"
                    : "";
        } while (!token.isEmpty());

        assertThat(listed).isEqualTo(started);
    }

    @Test
    void bindsTheTokenToTheQuery() {
        start("'LOGGING_DISABLED_CHECK'");
        start("'LOGGING_DISABLED_CHECK'");
        String token = call("ListAuditTasks", "{" + RANGE + ", 'maxResults': 1}")
                .json()
                .path("nextToken")
                .stringValue();

        Answer other = call("ListAuditTasks", "{" + RANGE + ", 'taskStatus': 'FAILED', 'nextToken': '" + token + "'}");

        assertThat(other.errorCode()).isEqualTo("InvalidRequestException");
    }

    @Test
    void filtersTasks() {
        String id = start("'LOGGING_DISABLED_CHECK'");
        rig.runJobs();

        assertThat(call("ListAuditTasks", "{" + RANGE + ", 'taskStatus': 'COMPLETED'}")
                        .body())
                .isEqualTo("{\"tasks\":[{\"taskId\":\"" + id
                        + "\",\"taskStatus\":\"COMPLETED\",\"taskType\":\"ON_DEMAND_AUDIT_TASK\"}]}");
        assertThat(call("ListAuditTasks", "{" + RANGE + ", 'taskType': 'SCHEDULED_AUDIT_TASK'}")
                        .body())
                .isEqualTo("{\"tasks\":[]}");
        for (String wrong : List.of(
                "{'startTime': '2026-05-31T00:00:00Z'}",
                "{'startTime': '2026-01-01T00:00:00Z', 'endTime': '2026-06-02T00:00:00Z'}",
                "{'startTime': '2026-06-02T00:00:00Z', 'endTime': '2026-06-01T00:00:00Z'}")) {
            assertThat(call("ListAuditTasks", wrong).errorCode()).as(wrong).isEqualTo("InvalidRequestException");
        }
    }

    private String start(String checks) {
        Answer answer = call("StartOnDemandAuditTask", "{'targetCheckNames': [" + checks + "]}");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json().path("taskId").stringValue();
    }

    private Answer describe(String id) {
        return call("DescribeAuditTask", "{'taskId': '" + id + "'}");
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.IOT, operation, members);
    }
}
