// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.mitigation.MitigationRig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Mitigation tasks on findings over the wire. */
class AuditMitigationOperationsTest {
    private static final String CHECK = "IOT_POLICY_OVERLY_PERMISSIVE_CHECK";
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:";

    private final MitigationApi api = new MitigationApi();
    private final MitigationRig rig = api.rig;
    private final String audit;

    AuditMitigationOperationsTest() {
        rig.policy("Open");
        api.action("Tell", "'publishFindingToSnsParams': {'topicArn': '" + TOPIC + "alerts'}");
        api.action("TellNobody", "'publishFindingToSnsParams': {'topicArn': '" + TOPIC + "missing'}");
        api.action("Blank", "'replaceDefaultPolicyVersionParams': {'templateName': 'BLANK_POLICY'}");
        audit = rig.audit(rig.onPolicy("f1", "Open"), rig.onPolicy("f2", "Gone"));
    }

    @Test
    void showsWhatATaskDidToEachFinding() {
        assertThat(start("t1", "'auditTaskId': '" + audit + "'", "'Tell', 'TellNobody', 'Blank'")
                        .path("taskId")
                        .stringValue())
                .isEqualTo("t1");
        assertThat(describe("t1").path("taskStatus").stringValue()).isEqualTo("IN_PROGRESS");
        assertThat(describe("t1").has("endTime")).isFalse();
        rig.runJobs();

        JsonNode task = describe("t1");
        assertThat(task.path("taskStatus").stringValue()).isEqualTo("FAILED");
        assertThat(task.path("endTime").isNumber()).isTrue();
        assertThat(task.at("/target/auditTaskId").stringValue()).isEqualTo(audit);
        assertThat(task.path("target").has("auditCheckToReasonCodeFilter")).isFalse();
        assertThat(task.at("/auditCheckToActionsMapping/" + CHECK)).hasSize(3);
        assertThat(task.at("/actionsDefinition/0/name").stringValue()).isEqualTo("Tell");
        assertThat(task.at("/actionsDefinition/2/actionParams/replaceDefaultPolicyVersionParams/templateName")
                        .stringValue())
                .isEqualTo("BLANK_POLICY");
        assertThat(task.at("/taskStatistics/" + CHECK).toString())
                .isEqualTo("{\"totalFindingsCount\":2,\"failedFindingsCount\":2,\"succeededFindingsCount\":0,"
                        + "\"skippedFindingsCount\":0,\"canceledFindingsCount\":0}");
        JsonNode executions = executions("t1", "f1", "");
        assertThat(statuses(executions)).containsExactly("COMPLETED", "FAILED", "SKIPPED");
        JsonNode failed = executions.at("/actionsExecutions/1");
        assertThat(failed.path("errorCode").stringValue()).isEqualTo("NotFoundException");
        assertThat(failed.path("actionName").stringValue()).isEqualTo("TellNobody");
        assertThat(failed.path("findingId").stringValue()).isEqualTo("f1");
        assertThat(failed.path("actionId").stringValue()).hasSize(36);
    }

    @Test
    void listsExecutionsByStatusPageByPage() {
        start("t1", "'findingIds': ['f1']", "'Tell', 'TellNobody', 'Blank'");
        assertThat(statuses(executions("t1", "f1", ""))).isEmpty();
        rig.runJobs();

        assertThat(statuses(executions("t1", "f1", ", 'actionStatus': 'SKIPPED'")))
                .containsExactly("SKIPPED");
        assertThat(statuses(executions("t1", "f1", ", 'actionStatus': 'IN_PROGRESS'")))
                .isEmpty();
        JsonNode first = executions("t1", "f1", ", 'maxResults': 2");
        assertThat(first.path("actionsExecutions")).hasSize(2);
        String token = first.path("nextToken").stringValue();
        assertThat(statuses(executions("t1", "f1", ", 'nextToken': '" + token + "'")))
                .containsExactly("SKIPPED");
    }

    @Test
    void showsTheFilterOfReasons() {
        start(
                "t1",
                "'auditTaskId': '" + audit + "', 'auditCheckToReasonCodeFilter': {'" + CHECK + "': ['CODE_f2', 'A']}",
                "'Tell'");

        assertThat(describe("t1")
                        .at("/target/auditCheckToReasonCodeFilter/" + CHECK)
                        .toString())
                .isEqualTo("[\"A\",\"CODE_f2\"]");
    }

    @Test
    void listsTasksByWhatTheyAreAbout() {
        start("t1", "'findingIds': ['f1']", "'Tell'");
        rig.runJobs();
        rig.clock.advance(Duration.ofSeconds(1));
        start("t2", "'auditTaskId': '" + audit + "'", "'Tell'");

        assertThat(tasks("")).containsExactly("t2 IN_PROGRESS", "t1 COMPLETED");
        rig.runJobs();
        assertThat(tasks(", 'auditTaskId': '" + audit + "'")).containsExactly("t2 COMPLETED");
        assertThat(tasks(", 'findingId': 'f2'")).containsExactly("t2 COMPLETED");
        assertThat(tasks(", 'findingId': 'f1', 'taskStatus': 'COMPLETED'"))
                .containsExactly("t2 COMPLETED", "t1 COMPLETED");
        assertThat(tasks(", 'maxResults': 1")).containsExactly("t2 COMPLETED");
    }

    @Test
    void cancelsATaskOnce() {
        start("t1", "'findingIds': ['f1']", "'Blank'");
        api.ok("CancelAuditMitigationActionsTask", "{'taskId': 't1'}");
        rig.runJobs();

        assertThat(describe("t1").path("taskStatus").stringValue()).isEqualTo("CANCELED");
        api.refused(400, "InvalidRequestException", "CancelAuditMitigationActionsTask", "{'taskId': 't1'}");
        api.refused(404, "ResourceNotFoundException", "CancelAuditMitigationActionsTask", "{'taskId': 't9'}");
        api.refused(404, "ResourceNotFoundException", "DescribeAuditMitigationActionsTask", "{'taskId': 't9'}");
    }

    @Test
    void refusesATaskIdThatWasUsed() {
        start("t1", "'findingIds': ['f1']", "'Tell'");

        api.refused(
                400,
                "TaskAlreadyExistsException",
                "StartAuditMitigationActionsTask",
                order("t1", "'findingIds': ['f1']", "'Tell'", "other"));
        api.refused(
                400,
                "TaskAlreadyExistsException",
                "StartAuditMitigationActionsTask",
                order("t2", "'findingIds': ['f1']", "'Tell'", "token-t1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                " | 'Tell'",
                "'auditTaskId': 'a', 'findingIds': ['f1'] | 'Tell'",
                "'findingIds': ['f1'], 'auditCheckToReasonCodeFilter': {'LOGGING_DISABLED_CHECK': ['a']} | 'Tell'",
                "'auditTaskId': 'unknown' | 'Tell'",
                "'findingIds': ['unknown'] | 'Tell'",
                "'findingIds': ['f1'] | 'Unknown'",
                "'findingIds': ['f1'] | 'Cut'"
            })
    void refusesWhatMakesNoTask(String target, String actions) {
        api.action("Cut", "'updateDeviceCertificateParams': {'action': 'DEACTIVATE'}");

        api.refused(
                400,
                "InvalidRequestException",
                "StartAuditMitigationActionsTask",
                order("t1", target == null ? "" : target, actions, "token"));
    }

    private static String order(String id, String target, String actions, String token) {
        return "{'taskId': '" + id + "', 'target': {" + target + "}, 'auditCheckToActionsMapping': {'" + CHECK + "': ["
                + actions + "]}, 'clientRequestToken': '" + token + "'}";
    }

    private JsonNode start(String id, String target, String actions) {
        return api.ok("StartAuditMitigationActionsTask", order(id, target, actions, "token-" + id));
    }

    private JsonNode describe(String id) {
        return api.ok("DescribeAuditMitigationActionsTask", "{'taskId': '" + id + "'}");
    }

    private JsonNode executions(String task, String finding, String more) {
        return api.ok(
                "ListAuditMitigationActionsExecutions",
                "{'taskId': '" + task + "', 'findingId': '" + finding + "'" + more + "}");
    }

    private static List<String> statuses(JsonNode executions) {
        var statuses = new ArrayList<String>();
        executions
                .path("actionsExecutions")
                .forEach(each -> statuses.add(each.path("status").stringValue()));
        return statuses;
    }

    private List<String> tasks(String more) {
        long now = rig.clock.instant().getEpochSecond();
        JsonNode list = api.ok(
                "ListAuditMitigationActionsTasks",
                "{'startTime': " + (now - 60) + ", 'endTime': " + (now + 60) + more + "}");
        var tasks = new ArrayList<String>();
        list.path("tasks")
                .forEach(task -> tasks.add(task.path("taskId").stringValue() + " "
                        + task.path("taskStatus").stringValue()));
        return tasks;
    }
}
