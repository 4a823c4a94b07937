// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.mitigation.MitigationRig;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import io.fleetward.mitigation.action.PublishFindingToSns;
import io.fleetward.mitigation.action.ReplaceDefaultPolicyVersion;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What goes beyond AWS in mitigation, over the wire. */
class MitigationOperationsTest {
    private static final String CHECK = "IOT_POLICY_OVERLY_PERMISSIVE_CHECK";
    private static final String ORDER = order("'findingIds': ['f1', 'f2']", "'Blank'");
    private static final String TASK = "{'kind': 'AUDIT', 'taskId': 't1'}";

    private final MitigationRig rig = new MitigationRig();
    private final ApiHarness api = ApiHarness.of(
                    rig.clock,
                    new MitigationOperations(rig.mitigations, rig.rehearsal, rig.undo, new PageTokens(new byte[32])))
            .in(MitigationRig.SCOPE);

    MitigationOperationsTest() {
        rig.policy("A");
        rig.policy("B");
        rig.action("Blank", new ReplaceDefaultPolicyVersion());
        rig.audit(rig.onPolicy("f1", "A"), rig.onPolicy("f2", "B"));
    }

    @Test
    void rehearsesAnOrderWithoutDoingIt() {
        JsonNode answer = ok("RehearseMitigation", "{" + ORDER + "}");

        assertThat(answer.path("steps")).hasSize(2);
        assertThat(answer.at("/steps/0/subjectId").stringValue()).isEqualTo("f1");
        assertThat(answer.at("/steps/0/changes/0/change").stringValue())
                .isEqualTo("{\"kind\":\"POLICY_VERSION_ADDED\",\"policyName\":\"A\",\"before\":1,\"after\":2}");
        assertThat(answer.at("/steps/0/changes/0/impact").toString())
                .isEqualTo("{\"loss\":\"PERMISSIONS\",\"thingNames\":[],\"complete\":true}");
        assertThat(rig.defaultVersion("A")).isEqualTo(1);
    }

    @Test
    void rehearsesAnAuditPageByPageAndSaysWhatStandsInTheWay() {
        String order = order("'auditTaskId': '" + rig.audit() + "'", "'Blank'") + ", 'maxResults': 1";
        JsonNode first = ok("RehearseMitigation", "{" + order + "}");
        assertThat(first.path("steps")).hasSize(1);
        JsonNode second = ok(
                "RehearseMitigation",
                "{" + order + ", 'nextToken': '" + first.path("nextToken").stringValue() + "'}");
        assertThat(second.path("steps")).hasSize(1);

        rig.audit(rig.onPolicy("f3", "Gone"));
        JsonNode refused = ok("RehearseMitigation", "{" + order("'findingIds': ['f3']", "'Blank'") + "}");
        assertThat(refused.at("/steps/0/refusal").stringValue()).contains("Gone does not exist");
    }

    @Test
    void startsInBatchesShowsWhereItStandsAndTakesItBack() {
        start(ORDER + ", 'rollout': {'batchSize': 1, 'pauseSeconds': 60}");
        rig.runJobs();
        JsonNode paused = ok("DescribeMitigationTask", TASK);
        assertThat(paused.path("status").stringValue()).isEqualTo("IN_PROGRESS");
        assertThat(paused.has("pausesUntil")).isTrue();
        assertThat(paused.at("/rollout/pauseSeconds").intValue()).isEqualTo(60);
        rig.timers.advance(Duration.ofMinutes(1));
        rig.runJobs();
        JsonNode ended = ok("DescribeMitigationTask", TASK);
        assertThat(ended.path("status").stringValue()).isEqualTo("COMPLETED");
        assertThat(ended.has("endTime")).isTrue();
        assertThat(ended.has("pausesUntil")).isFalse();
        assertThat(ended.path("startedBy").stringValue()).endsWith("user/administrator");
        assertThat(ended.at("/executions/succeeded").longValue()).isEqualTo(2);
        assertThat(rig.defaultVersion("B")).isEqualTo(2);

        JsonNode undone = ok("UndoMitigationTask", TASK);

        assertThat(undone.path("changes")).hasSize(2);
        assertThat(undone.at("/changes/0/undone").booleanValue()).isTrue();
        assertThat(rig.defaultVersion("B")).isEqualTo(1);
    }

    @Test
    void listsWhatWasChangedAndWhatWasTakenBack() {
        start(ORDER);
        rig.runJobs();
        ok("UndoMitigationTask", TASK);

        JsonNode newest = ok("ListMitigationChanges", "{'kind': 'AUDIT', 'taskId': 't1', 'maxResults': 1}");

        assertThat(newest.at("/changes/0/change").stringValue()).contains("POLICY_VERSION_RESTORED");
        assertThat(newest.at("/changes/0/undoes").isNumber()).isTrue();
        assertThat(newest.at("/changes/0/subjectId").stringValue()).isEqualTo("f1");
        assertThat(newest.at("/changes/0/roleArn").stringValue()).isEqualTo(MitigationRig.ROLE);
        String token = newest.path("nextToken").stringValue();
        JsonNode rest = ok("ListMitigationChanges", "{'kind': 'AUDIT', 'taskId': 't1', 'nextToken': '" + token + "'}");
        assertThat(rest.path("changes")).hasSize(3);
        assertThat(rest.at("/changes/2/undone").booleanValue()).isTrue();
        assertThat(ok("ListMitigationChanges", "{}").path("changes")).hasSize(4);
    }

    @Test
    void saysWhyATaskStoppedAndWhatCannotBeTakenBack() {
        rig.action("Tell", new PublishFindingToSns("arn:aws:sns:eu-west-1:111122223333:alerts"));
        rig.audit(rig.onPolicy("f3", "Gone"), rig.onPolicy("f4", "A"));
        start(order("'findingIds': ['f3', 'f4']", "'Tell', 'Blank'") + ", 'rollout': {}");
        rig.runJobs();

        assertThat(ok("DescribeMitigationTask", TASK).path("reason").stringValue())
                .isEqualTo("1 subjects failed, 0 were tolerated");
        assertThat(ok("UndoMitigationTask", TASK).at("/changes/0/refusal").stringValue())
                .contains("cannot be taken back");
    }

    @Test
    void worksOnViolationsAsWell() {
        rig.quarantine("quarantine");
        String order = "'order': {'detect': {'target': {'violationIds': ['v9']}, 'actions': ['quarantine'],"
                + " 'violationEventOccurrenceRange': {'startTime': 1, 'endTime': 2}}}";

        assertThat(refused("RehearseMitigation", "{" + order + "}")).contains("no violation v9");
        assertThat(refused("StartMitigationTask", "{'kind': 'AUDIT', 'taskId': 't1', " + order + "}"))
                .contains("kind");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "RehearseMitigation | {'order': {}} | either audit or detect",
                "RehearseMitigation | {'order': {'audit': {'target': {}}}} | auditCheckToActionsMapping",
                "RehearseMitigation | {'order': {'audit': {'target': {}, 'auditCheckToActionsMapping': {}}}} | target",
                "UndoMitigationTask | {'kind': 'NONE', 'taskId': 't'} | kind",
                "ListMitigationChanges | {'taskId': 't'} | kind and taskId",
                "ListMitigationChanges | {'maxResults': 0} | maxResults"
            })
    void refusesInputByName(String operation, String input, String text) {
        assertThat(refused(operation, input)).contains(text);
    }

    @Test
    void refusesTasksThatThereAreNotAndIdsThatAreTaken() {
        start(ORDER);

        assertThat(call("UndoMitigationTask", "{'kind': 'AUDIT', 'taskId': 't9'}")
                        .status())
                .isEqualTo(404);
        assertThat(call("DescribeMitigationTask", "{'kind': 'DETECT', 'taskId': 't1'}")
                        .status())
                .isEqualTo(404);
        assertThat(call("StartMitigationTask", "{'kind': 'AUDIT', 'taskId': 't1', " + ORDER + "}")
                        .errorCode())
                .isEqualTo("TaskAlreadyExistsException");
    }

    @Test
    void lookingIsForEverybodyAndChangingForOperators() {
        start(ORDER);
        rig.runJobs();
        api.as(Role.READ_ONLY);
        assertThat(call("ListMitigationChanges", "{}").status()).isEqualTo(200);
        assertThat(call("DescribeMitigationTask", TASK).status()).isEqualTo(200);
        assertThat(call("UndoMitigationTask", TASK).status()).isEqualTo(403);
        assertThat(call("RehearseMitigation", "{" + ORDER + "}").status()).isEqualTo(403);
        api.as(Role.OPERATOR);
        assertThat(call("UndoMitigationTask", TASK).status()).isEqualTo(200);
    }

    private static String order(String target, String actions) {
        return "'order': {'audit': {'target': {" + target + "}, 'auditCheckToActionsMapping': {'" + CHECK + "': ["
                + actions + "]}}}";
    }

    private void start(String order) {
        ok("StartMitigationTask", "{'kind': 'AUDIT', 'taskId': 't1', 'clientRequestToken': 'x', " + order + "}");
    }

    private JsonNode ok(String operation, String input) {
        Answer answer = call(operation, input);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String refused(String operation, String input) {
        Answer answer = call(operation, input);
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        return answer.message();
    }

    private Answer call(String operation, String input) {
        return api.call(AwsService.FLEETWARD, operation, input);
    }
}
