// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.identity.Role;
import io.fleetward.application.policy.PolicyComparisons;
import io.fleetward.application.policy.PolicyLimits;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.testkit.VirtualClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class PolicyComparisonOperationsTest {
    private static final String PLANT = """
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iot:Publish",
             "Resource":"arn:aws:iot:*:*:topic/plant/*"}}""";
    private static final String CAMERA = PLANT.replace("plant/*", "plant/camera");

    private final ApiHarness api = ApiHarness.of(
                    VirtualClock.atStart(), new PolicyComparisonOperations(new PolicyComparisons(PolicyLimits.AWS)))
            .as(Role.READ_ONLY);

    @Test
    void showsARequestForWhatIsNoLongerAllowed() {
        JsonNode difference = compare(PLANT, CAMERA).json().path("differences").path(0);

        assertThat(difference.path("action").stringValue()).isEqualTo("iot:Publish");
        assertThat(difference.path("resource").stringValue())
                .contains(":topic/plant/")
                .doesNotEndWith(":topic/plant/camera");
        assertThat(difference.path("before").stringValue()).isEqualTo("ALLOWED");
        assertThat(difference.path("after").stringValue()).isEqualTo("IMPLICIT_DENY");
    }

    @Test
    void findsNothingBetweenDocumentsThatMeanTheSame() {
        Answer answer = compare(CAMERA, CAMERA.replace("\"iot:Publish\"", "[\"IOT:publish\",\"iot:Publish\"]"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("differences")).isEmpty();
        assertThat(answer.json().path("undecidedActions")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"oldDocument", "newDocument"})
    void namesTheDocumentThatIsNone(String member) {
        Answer answer = member.equals("oldDocument") ? compare("{", PLANT) : compare(PLANT, "{");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("MalformedPolicyException");
        assertThat(answer.body()).contains(member);
    }

    private Answer compare(String before, String after) {
        ObjectNode request =
                JsonNodeFactory.instance.objectNode().put("oldDocument", before).put("newDocument", after);
        return api.call(
                AwsService.FLEETWARD, "ComparePolicies", JsonMapper.shared().writeValueAsString(request));
    }
}
