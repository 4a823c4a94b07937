// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static io.fleetward.application.detect.ViolationBuilder.aViolation;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.mitigation.MitigationRig;
import io.fleetward.detect.profile.ProfileBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Mitigation tasks on violations over the wire. */
class DetectMitigationOperationsTest {
    private final MitigationApi api = new MitigationApi();
    private final MitigationRig rig = api.rig;
    private final long now = rig.clock.instant().getEpochSecond();

    DetectMitigationOperationsTest() {
        rig.thing("pump-7");
        rig.group("quarantine");
        api.action("Isolate", "'addThingsToThingGroupParams': {'thingGroupNames': ['quarantine']}");
        rig.registry.change(tx -> {
            rig.detect
                    .profiles()
                    .put(
                            tx,
                            ProfileBuilder.aProfile(MitigationRig.SCOPE, "Profile")
                                    .build());
            rig.detect
                    .violations()
                    .raise(
                            tx,
                            aViolation("v1")
                                    .in(MitigationRig.SCOPE)
                                    .of("Profile")
                                    .startedAt(rig.clock.instant())
                                    .build());
        });
    }

    @Test
    void showsWhatATaskDidToEachViolation() {
        start("t1", "'violationIds': ['v1']", "");
        assertThat(summary("t1").path("taskStatus").stringValue()).isEqualTo("IN_PROGRESS");
        rig.runJobs();

        JsonNode task = summary("t1");
        assertThat(task.path("taskStatus").stringValue()).isEqualTo("SUCCESSFUL");
        assertThat(task.path("taskStartTime").isNumber()).isTrue();
        assertThat(task.path("taskEndTime").isNumber()).isTrue();
        assertThat(task.path("onlyActiveViolationsIncluded").booleanValue()).isTrue();
        assertThat(task.path("suppressedAlertsIncluded").booleanValue()).isFalse();
        assertThat(task.has("violationEventOccurrenceRange")).isFalse();
        assertThat(task.path("taskStatistics").toString())
                .isEqualTo("{\"actionsExecuted\":1,\"actionsSkipped\":0,\"actionsFailed\":0}");
        assertThat(task.at("/actionsDefinition/0/name").stringValue()).isEqualTo("Isolate");
        assertThat(rig.groupsOf("pump-7")).containsExactly("quarantine");
        JsonNode execution = executions("'taskId': 't1'").at("/actionsExecutions/0");
        assertThat(execution.path("violationId").stringValue()).isEqualTo("v1");
        assertThat(execution.path("thingName").stringValue()).isEqualTo("pump-7");
        assertThat(execution.path("status").stringValue()).isEqualTo("SUCCESSFUL");
        assertThat(execution.path("executionStartDate").isNumber()).isTrue();
    }

    @Test
    void showsTheOrderAsItWasGiven() {
        start(
                "t1",
                "'securityProfileName': 'Profile', 'behaviorName': 'msgSize'",
                ", 'includeOnlyActiveViolations': false, 'includeSuppressedAlerts': true,"
                        + " 'violationEventOccurrenceRange': {'startTime': " + (now - 9) + ", 'endTime': " + (now + 9)
                        + "}");

        JsonNode task = summary("t1");
        assertThat(task.at("/target/securityProfileName").stringValue()).isEqualTo("Profile");
        assertThat(task.at("/target/behaviorName").stringValue()).isEqualTo("msgSize");
        assertThat(task.path("onlyActiveViolationsIncluded").booleanValue()).isFalse();
        assertThat(task.path("suppressedAlertsIncluded").booleanValue()).isTrue();
        assertThat(task.at("/violationEventOccurrenceRange/startTime").doubleValue())
                .isEqualTo(now - 9.0);
    }

    @Test
    void findsExecutionsByWhateverIsGiven() {
        start("t1", "'violationIds': ['v1']", "");
        assertThat(executions("'taskId': 't1'").path("actionsExecutions")).isEmpty();
        rig.runJobs();

        assertThat(executions("'violationId': 'v1'").path("actionsExecutions")).hasSize(1);
        assertThat(executions("'thingName': 'pump-7'").path("actionsExecutions"))
                .hasSize(1);
        assertThat(executions("'startTime': " + (now - 1) + ", 'endTime': " + (now + 1))
                        .path("actionsExecutions"))
                .hasSize(1);
        assertThat(executions("'thingName': 'pump-8'").path("actionsExecutions"))
                .isEmpty();
        for (String question :
                List.of("", "'startTime': " + now, "'taskId': 't1', 'startTime': " + now + ", 'endTime': " + now)) {
            api.refused(400, "InvalidRequestException", "ListDetectMitigationActionsExecutions", "{" + question + "}");
        }
    }

    @Test
    void saysWhatFailedAndWhatWasLeftOut() {
        api.action("Broken", "'addThingsToThingGroupParams': {'thingGroupNames': ['missing']}");
        api.ok(
                "StartDetectMitigationActionsTask",
                "{'taskId': 't1', 'target': {'violationIds': ['v1']}, 'actions': ['Broken', 'Isolate'],"
                        + " 'clientRequestToken': 'x'}");
        rig.runJobs();

        assertThat(summary("t1").path("taskStatus").stringValue()).isEqualTo("FAILED");
        JsonNode executions = executions("'taskId': 't1'").path("actionsExecutions");
        assertThat(executions.path(0).path("status").stringValue()).isEqualTo("FAILED");
        assertThat(executions.path(0).path("errorCode").stringValue()).isEqualTo("ResourceNotFoundException");
        assertThat(executions.path(1).path("status").stringValue()).isEqualTo("SKIPPED");
    }

    @Test
    void listsAndCancelsTasks() {
        start("t1", "'violationIds': ['v1']", "");
        api.ok("CancelDetectMitigationActionsTask", "{'taskId': 't1'}");
        rig.runJobs();

        JsonNode tasks = api.ok(
                "ListDetectMitigationActionsTasks", "{'startTime': " + (now - 9) + ", 'endTime': " + (now + 9) + "}");
        assertThat(tasks.at("/tasks/0/taskStatus").stringValue()).isEqualTo("CANCELED");
        assertThat(rig.groupsOf("pump-7")).isEmpty();
        api.refused(400, "InvalidRequestException", "CancelDetectMitigationActionsTask", "{'taskId': 't1'}");
        api.refused(404, "ResourceNotFoundException", "DescribeDetectMitigationActionsTask", "{'taskId': 't9'}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'behaviorName': 'msgSize'",
                "'violationIds': ['v1'], 'securityProfileName': 'Profile'",
                "'violationIds': ['v1'], 'behaviorName': 'msgSize'",
                "'violationIds': ['v9']"
            })
    void refusesWhatMakesNoTarget(String target) {
        api.refused(
                400,
                "InvalidRequestException",
                "StartDetectMitigationActionsTask",
                "{'taskId': 't1', 'target': {" + target + "}, 'actions': ['Isolate'], 'clientRequestToken': 'x'}");
    }

    private void start(String id, String target, String more) {
        api.ok(
                "StartDetectMitigationActionsTask",
                "{'taskId': '" + id + "', 'target': {" + target + "}, 'actions': ['Isolate'],"
                        + " 'clientRequestToken': '" + id + "'" + more + "}");
    }

    private JsonNode summary(String id) {
        return api.ok("DescribeDetectMitigationActionsTask", "{'taskId': '" + id + "'}")
                .path("taskSummary");
    }

    private JsonNode executions(String question) {
        return api.ok("ListDetectMitigationActionsExecutions", "{" + question + "}");
    }
}
