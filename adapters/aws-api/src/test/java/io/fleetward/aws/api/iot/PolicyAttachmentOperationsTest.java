// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.policy.PolicyFleet;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.aws.api.page.PageTokens;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PolicyAttachmentOperationsTest {
    private final PolicyFleet fleet = new PolicyFleet();
    private final ApiHarness api = ApiHarness.of(
                    fleet.clock, new PolicyAttachmentOperations(fleet.attachments, new PageTokens(new byte[32])))
            .in(PolicyFleet.HERE);
    private final String certificate = fleet.certificate.arn().toString();
    private final String group = fleet.group.arn().toString();

    @BeforeEach
    void createPolicies() {
        fleet.policy("p", "Allow", "*", "*");
        fleet.policy("q", "Allow", "*", "*");
    }

    @Test
    void attachesAndDetaches() {
        assertThat(call("AttachPolicy", "{'policyName': 'p', 'target': '...'}", certificate)
                        .status())
                .isEqualTo(200);
        assertThat(attachedTo(certificate)).containsExactly("p");

        assertThat(call("DetachPolicy", "{'policyName': 'p', 'target': '...'}", certificate)
                        .status())
                .isEqualTo(200);
        assertThat(call("DetachPolicy", "{'policyName': 'p', 'target': '...'}", certificate)
                        .status())
                .isEqualTo(200);
        assertThat(attachedTo(certificate)).isEmpty();
    }

    @Test
    void attachesToPrincipalsByTheOldOperations() {
        assertThat(call("AttachPrincipalPolicy", "{'policyName': 'p', 'principal': '...'}", certificate)
                        .status())
                .isEqualTo(200);
        Answer refused = call("AttachPrincipalPolicy", "{'policyName': 'p', 'principal': '...'}", group);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errorCode()).isEqualTo("InvalidRequestException");

        call("AttachPolicy", "{'policyName': 'p', 'target': '...'}", group);
        assertThat(call("ListPolicyPrincipals", "{'policyName': 'p'}").json().path("principals"))
                .extracting(JsonNode::asString)
                .containsExactly(certificate);
        assertThat(call("ListPrincipalPolicies", "{'principal': '...'}", certificate)
                        .json()
                        .path("policies")
                        .findValuesAsString("policyArn"))
                .containsExactly("arn:aws:iot:us-east-1:123456789012:policy/p");

        assertThat(call("DetachPrincipalPolicy", "{'policyName': 'p', 'principal': '...'}", certificate)
                        .status())
                .isEqualTo(200);
        assertThat(attachedTo(certificate)).isEmpty();
    }

    @Test
    void listsTargetsPageByPage() {
        for (String target : List.of(certificate, group, PolicyFleet.COGNITO)) {
            call("AttachPolicy", "{'policyName': 'p', 'target': '...'}", target);
            fleet.clock.advance(Duration.ofSeconds(1));
        }

        JsonNode first = call("ListTargetsForPolicy", "{'policyName': 'p', 'pageSize': 2}")
                .json();
        assertThat(first.path("targets")).extracting(JsonNode::asString).containsExactly(PolicyFleet.COGNITO, group);
        JsonNode second = call(
                        "ListTargetsForPolicy",
                        "{'policyName': 'p', 'pageSize': 2, 'marker': '...'}",
                        first.path("nextMarker").asString())
                .json();
        assertThat(second.path("targets")).extracting(JsonNode::asString).containsExactly(certificate);
        assertThat(second.has("nextMarker")).isFalse();
    }

    @Test
    void listsThePoliciesOfAGroupAndItsAncestors() {
        call("AttachPolicy", "{'policyName': 'p', 'target': '...'}", group);
        call(
                "AttachPolicy",
                "{'policyName': 'q', 'target': '...'}",
                fleet.root.arn().toString());

        assertThat(attachedTo(group)).containsExactly("p");
        assertThat(call("ListAttachedPolicies", "{'target': '...', 'recursive': true}", group)
                        .json()
                        .path("policies")
                        .findValuesAsString("policyName"))
                .containsExactlyInAnyOrder("p", "q");
    }

    @Test
    void answersTheErrorsOfTheModel() {
        for (int i = 0; i < 9; i++) {
            fleet.attached("p" + i, PolicyFleet.document("Allow", "*", "*"), certificate);
        }
        call("AttachPolicy", "{'policyName': 'p', 'target': '...'}", certificate);

        Answer full = call("AttachPolicy", "{'policyName': 'q', 'target': '...'}", certificate);
        assertThat(full.status()).isEqualTo(410);
        assertThat(full.errorCode()).isEqualTo("LimitExceededException");
        Answer unknown = call("AttachPolicy", "{'policyName': 'none', 'target': '...'}", certificate);
        assertThat(unknown.status()).isEqualTo(404);
        Answer nonsense = call("AttachPolicy", "{'policyName': 'p', 'target': 'pump'}");
        assertThat(nonsense.status()).isEqualTo(400);
        assertThat(call("ListTargetsForPolicy", "{'policyName': 'none'}").status())
                .isEqualTo(404);
    }

    private List<String> attachedTo(String target) {
        return call("ListAttachedPolicies", "{'target': '...'}", target)
                .json()
                .path("policies")
                .findValuesAsString("policyName");
    }

    /** Calls with the argument in place of the dots. */
    private Answer call(String operation, String members, String argument) {
        return call(operation, members.replace("...", argument));
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.IOT, operation, members);
    }
}
