// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.policy.PolicyFleet;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AuthorizationOperationsTest {
    private static final String ARN = "arn:aws:iot:us-east-1:123456789012:";

    private final PolicyFleet fleet = new PolicyFleet();
    private final ApiHarness api = ApiHarness.of(
                    fleet.clock, new AuthorizationOperations(fleet.trials, fleet.effective))
            .in(PolicyFleet.HERE);
    private final String certificate = fleet.certificate.arn().toString();

    @BeforeEach
    void attachPolicies() {
        fleet.attached(
                "own", PolicyFleet.document("Allow", "iot:Publish", ARN + "topic/${iot:ClientId}/*"), certificate);
        fleet.attached("fence", PolicyFleet.document("Deny", "iot:Publish", "*/secret"), certificate);
        fleet.attached("inherited", PolicyFleet.document("Allow", "iot:Receive", "*"), fleet.group.arn());
    }

    @Test
    void answersEachQuestionInDetail() {
        JsonNode results = test("'clientId': 'd1', 'authInfos': ["
                        + "{'actionType': 'PUBLISH', 'resources': ['ARN:topic/d1/a']},"
                        + "{'actionType': 'PUBLISH', 'resources': ['ARN:topic/d1/secret']},"
                        + "{'actionType': 'SUBSCRIBE', 'resources': ['ARN:topicfilter/x']}]")
                .json()
                .path("authResults");

        assertThat(results.findValuesAsString("authDecision"))
                .containsExactly("ALLOWED", "EXPLICIT_DENY", "IMPLICIT_DENY");
        JsonNode allowed = results.path(0);
        assertThat(allowed.path("authInfo").path("actionType").asString()).isEqualTo("PUBLISH");
        assertThat(allowed.path("authInfo").path("resources").path(0).asString())
                .isEqualTo(ARN + "topic/d1/a");
        assertThat(allowed.path("allowed").findValuesAsString("policyName")).containsExactly("own");
        assertThat(allowed.path("denied").findValuesAsString("policyName")).isEmpty();
        assertThat(allowed.path("missingContextValues")).isEmpty();
        JsonNode denied = results.path(1).path("denied");
        assertThat(denied.path("explicitDeny").findValuesAsString("policyArn")).containsExactly(ARN + "policy/fence");
        assertThat(denied.path("implicitDeny").findValuesAsString("policyName")).isEmpty();
        assertThat(results.path(2).path("denied").path("implicitDeny").findValuesAsString("policyName"))
                .containsExactly("fence", "own");
    }

    @Test
    void namesWhatItLacks() {
        JsonNode result = test("'authInfos': [{'actionType': 'PUBLISH', 'resources': ['ARN:topic/d1/a']}]")
                .json()
                .path("authResults")
                .path(0);

        assertThat(result.path("authDecision").asString()).isEqualTo("IMPLICIT_DENY");
        assertThat(result.path("missingContextValues"))
                .extracting(JsonNode::asString)
                .containsExactly("iot:ClientId");
    }

    @Test
    void changesTheSetOfPoliciesForTheCallAlone() {
        fleet.policy("all", "Allow", "*", "*");
        String question =
                "'clientId': 'd1', 'authInfos': [{'actionType': 'PUBLISH', 'resources': ['ARN:topic/secret']}]";

        assertThat(decision(question + ", 'policyNamesToAdd': ['all'], 'policyNamesToSkip': ['fence']"))
                .isEqualTo("ALLOWED");
        assertThat(decision(question)).isEqualTo("EXPLICIT_DENY");
    }

    @Test
    void refusesWhatItCannotTryOut() {
        Answer pool = test("'cognitoIdentityPoolId': 'us-east-1:pool',"
                + " 'authInfos': [{'actionType': 'PUBLISH', 'resources': ['ARN:topic/a']}]");
        assertThat(pool.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(pool.message()).contains("cognitoIdentityPoolId");
        Answer withoutAction = test("'authInfos': [{'resources': ['ARN:topic/a']}]");
        assertThat(withoutAction.errorCode()).isEqualTo("InvalidRequestException");
        Answer withoutPrincipal = api.call(
                AwsService.IOT, "TestAuthorization", "{'authInfos': [{'actionType': 'PUBLISH', 'resources': ['x']}]}");
        assertThat(withoutPrincipal.errorCode()).isEqualTo("InvalidRequestException");
        Answer unknown =
                test("'authInfos': [{'actionType': 'PUBLISH', 'resources': ['x']}]," + " 'policyNamesToAdd': ['none']");
        assertThat(unknown.errorCode()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void listsEffectivePolicies() {
        JsonNode policies = api.call(
                        AwsService.IOT,
                        "GetEffectivePolicies",
                        "{'principal': '" + certificate + "', 'thingName': 'T1'}")
                .json()
                .path("effectivePolicies");

        assertThat(policies.findValuesAsString("policyName")).containsExactly("fence", "inherited", "own");
        assertThat(policies.path(0).path("policyArn").asString()).isEqualTo(ARN + "policy/fence");
        assertThat(policies.path(0).path("policyDocument").asString())
                .isEqualTo(PolicyFleet.document("Deny", "iot:Publish", "*/secret"));
        assertThat(api.call(AwsService.IOT, "GetEffectivePolicies", "{}").errorCode())
                .isEqualTo("InvalidRequestException");
    }

    private String decision(String members) {
        return test(members)
                .json()
                .path("authResults")
                .path(0)
                .path("authDecision")
                .asString();
    }

    /** Asks for the certificate; {@code ARN:} stands for the start of an ARN. */
    private Answer test(String members) {
        return api.call(
                AwsService.IOT,
                "TestAuthorization",
                "{'principal': '" + certificate + "', " + members.replace("ARN:", ARN) + "}");
    }
}
