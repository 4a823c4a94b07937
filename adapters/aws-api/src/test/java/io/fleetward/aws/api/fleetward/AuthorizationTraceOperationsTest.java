// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.policy.PolicyFleet;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.registry.thing.AttachmentType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuthorizationTraceOperationsTest {
    private static final String ARN = "arn:aws:iot:us-east-1:123456789012:";

    private final PolicyFleet fleet = new PolicyFleet();
    private final ApiHarness api = ApiHarness.of(fleet.clock, new AuthorizationTraceOperations(fleet.traces))
            .in(PolicyFleet.HERE)
            .as(Role.READ_ONLY);
    private final String certificate = fleet.certificate.arn().toString();

    @BeforeEach
    void attachPolicies() {
        fleet.associated(AttachmentType.NON_EXCLUSIVE_THING);
        fleet.attached("own", """
                {"Version":"2012-10-17","Statement":[
                 {"Sid":"mine","Effect":"Allow","Action":["iot:Connect","iot:Publish"],
                  "Resource":["ARN:topic/${iot:ClientId}/*","ARN:topic/${iot:Certificate.Subject.Country}"]},
                 {"Effect":"Allow","NotAction":"iot:Connect","NotResource":"*/secret",
                  "Condition":{"IpAddress":{"aws:SourceIp":["10.0.0.0/8"]},
                               "StringLike":{"iot:ClientId":["${iot:Thing.ThingName}","${iot:DomainName}"]}}}]}""".replace("ARN:", ARN), certificate);
        fleet.attached("fence", PolicyFleet.document("Deny", "iot:Publish", "*/secret"), fleet.root.arn());
    }

    @Test
    void tellsOfEveryStatementWhyItAppliesOrNot() {
        JsonNode trace = trace("'clientId': 'T1', 'actionType': 'PUBLISH', 'resource': 'ARN:topic/T1/a'")
                .json();

        assertThat(trace.path("authDecision").stringValue()).isEqualTo("ALLOWED");
        assertThat(trace.path("reason").stringValue())
                .isEqualTo("Allowed by statement 1 of policy own, and denied by none.");
        assertThat(trace.path("thingName").stringValue()).isEqualTo("T1");
        assertThat(trace.path("mayConnect").booleanValue()).isTrue();
        assertThat(trace.path("policies").findValuesAsString("policyName")).containsExactly("fence", "own");
        JsonNode fence = trace.path("policies").path(0);
        assertThat(strings(fence.path("attachedTo")))
                .containsExactly(fleet.root.arn().toString());
        assertThat(fence.path("policyArn").stringValue()).isEqualTo(ARN + "policy/fence");
        assertThat(fence.path("policyVersionId").stringValue()).isEqualTo("1");
        assertVerdicts(fence.path("statements").path(0), "Deny", true, false, true);
        JsonNode own = trace.path("policies").path(1);
        assertThat(strings(own.path("attachedTo"))).containsExactly(certificate);
        JsonNode mine = own.path("statements").path(0);
        assertVerdicts(mine, "Allow", true, true, true);
        assertThat(mine.path("decides").booleanValue()).isTrue();
        assertThat(mine.path("sid").stringValue()).isEqualTo("mine");
        assertThat(mine.path("line").intValue()).isEqualTo(2);
        assertThat(mine.path("column").intValue()).isEqualTo(2);
        assertThat(strings(mine.path("actions"))).containsExactly("iot:Connect", "iot:Publish");
        JsonNode resources = mine.path("resources");
        assertThat(resources.path(0).path("pattern").stringValue()).isEqualTo(ARN + "topic/${iot:ClientId}/*");
        assertThat(resources.path(0).path("substituted").stringValue()).isEqualTo(ARN + "topic/T1/*");
        assertThat(resources.findValues("matched"))
                .extracting(JsonNode::booleanValue)
                .containsExactly(true, false);
        assertThat(resources.path(1).has("substituted")).isFalse();
        assertThat(strings(mine.path("missingContextValues"))).containsExactly("iot:Certificate.Subject.Country");
    }

    @Test
    void showsConditionsWithWhatTheyCompare() {
        JsonNode trace = trace("'clientId': 'T1', 'actionType': 'RECEIVE', 'resource': 'ARN:topic/x',"
                        + " 'contextValues': {'aws:SourceIp': ['192.168.0.1']}")
                .json();

        JsonNode statement = trace.path("policies").path(1).path("statements").path(1);
        assertVerdicts(statement, "Allow", true, true, false);
        assertThat(statement.path("notAction").booleanValue()).isTrue();
        assertThat(statement.path("notResource").booleanValue()).isTrue();
        JsonNode address = statement.path("conditions").path(0);
        assertThat(address.path("operator").stringValue()).isEqualTo("IpAddress");
        assertThat(address.path("key").stringValue()).isEqualTo("aws:SourceIp");
        assertThat(strings(address.path("requestedValues"))).containsExactly("192.168.0.1");
        assertThat(address.path("matched").booleanValue()).isFalse();
        JsonNode name = statement.path("conditions").path(1);
        assertThat(name.path("matched").booleanValue()).isTrue();
        assertThat(name.path("values").path(0).path("value").stringValue()).isEqualTo("${iot:Thing.ThingName}");
        assertThat(name.path("values").path(0).path("substituted").stringValue())
                .isEqualTo("T1");
        assertThat(name.path("values").path(1).has("substituted")).isFalse();
        assertThat(strings(trace.path("contextValues").path("aws:SourceIp"))).containsExactly("192.168.0.1");
        assertThat(trace.path("contextValues").path("iot:DomainName")).isEmpty();
        assertThat(trace.path("reason").stringValue()).isEqualTo("No statement of the policies in force allows it.");
    }

    @Test
    void countsContextValuesOfTheRequest() {
        assertThat(decision("'clientId': 'T1', 'actionType': 'RECEIVE', 'resource': 'ARN:topic/x',"
                        + " 'contextValues': {'aws:SourceIp': ['10.1.2.3']}"))
                .isEqualTo("ALLOWED: Allowed by statement 2 of policy own, and denied by none.");
        assertThat(decision("'clientId': 'T1', 'actionType': 'PUBLISH', 'resource': 'ARN:topic/T1/secret'"))
                .isEqualTo("EXPLICIT_DENY: Denied by statement 1 of policy fence.");
        assertThat(decision("'clientId': 'T1', 'actionType': 'PUBLISH', 'resource': 'ARN:topic/T1/a',"
                        + " 'contextValues': {'aws:SourceIp': ['10.1.2.3']}"))
                .isEqualTo("ALLOWED: Allowed by statement 1 of policy own and 1 other, and denied by none.");
    }

    @Test
    void addsAndSkipsPoliciesForTheTraceAlone() {
        fleet.policy("all", "Allow", "*", "*");
        JsonNode trace = trace("'actionType': 'PUBLISH', 'resource': 'ARN:topic/b', 'policyNamesToAdd': ['all'],"
                        + " 'policyNamesToSkip': ['own']")
                .json();

        assertThat(trace.path("policies").findValuesAsString("policyName")).containsExactly("all");
        assertThat(trace.path("policies").path(0).path("attachedTo")).isEmpty();
        assertThat(trace.has("thingName")).isFalse();
        assertThat(decision("'actionType': 'PUBLISH', 'resource': 'ARN:topic/b', 'policyNamesToSkip': ['own']"))
                .isEqualTo("IMPLICIT_DENY: No policy is in force, so nothing is allowed.");
    }

    @Test
    void judgesACognitoIdentityWithoutCertificate() {
        fleet.attached("web", PolicyFleet.document("Allow", "iot:Publish", "*"), PolicyFleet.COGNITO);
        JsonNode trace = api.call(
                        AwsService.FLEETWARD,
                        "TraceAuthorization",
                        "{'principal': '" + PolicyFleet.COGNITO
                                + "', 'actionType': 'PUBLISH', 'resource': 'ARN:topic/x'}".replace("ARN:", ARN))
                .json();

        assertThat(trace.path("authDecision").stringValue()).isEqualTo("ALLOWED");
        assertThat(trace.has("mayConnect")).isFalse();
        assertThat(strings(trace.path("policies").path(0).path("attachedTo"))).containsExactly(PolicyFleet.COGNITO);
    }

    @Test
    void refusesWhatItCannotTrace() {
        assertThat(trace("'actionType': 'PUBLISH', 'resource': 'a/b'").errorCode())
                .isEqualTo("InvalidRequestException");
        assertThat(trace("'actionType': 'FLY', 'resource': '*'").errorCode()).isEqualTo("InvalidRequestException");
        assertThat(trace("'actionType': 'PUBLISH', 'resource': '*', 'policyNamesToAdd': ['none']")
                        .errorCode())
                .isEqualTo("ResourceNotFoundException");
        assertThat(trace("'actionType': 'PUBLISH', 'resource': '*', 'contextValues': {'a': []}")
                        .errorCode())
                .isEqualTo("InvalidRequestException");
    }

    private static void assertVerdicts(
            JsonNode statement, String effect, boolean action, boolean resource, boolean conditions) {
        assertThat(statement.path("effect").stringValue()).isEqualTo(effect);
        assertThat(statement.path("actionMatched").booleanValue()).isEqualTo(action);
        assertThat(statement.path("resourceMatched").booleanValue()).isEqualTo(resource);
        assertThat(statement.path("conditionsMatched").booleanValue()).isEqualTo(conditions);
        assertThat(statement.path("applies").booleanValue()).isEqualTo(action && resource && conditions);
    }

    private String decision(String members) {
        JsonNode trace = trace(members).json();
        return trace.path("authDecision").stringValue() + ": "
                + trace.path("reason").stringValue();
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::stringValue).toList();
    }

    /** Asks for the certificate; {@code ARN:} stands for the start of an ARN. */
    private Answer trace(String members) {
        return api.call(
                AwsService.FLEETWARD,
                "TraceAuthorization",
                "{'principal': '" + certificate + "', " + members.replace("ARN:", ARN) + "}");
    }
}
