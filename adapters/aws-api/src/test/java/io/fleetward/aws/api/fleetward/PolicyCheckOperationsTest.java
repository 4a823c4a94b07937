// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.PolicyVerdicts;
import io.fleetward.application.identity.Role;
import io.fleetward.application.policy.PolicyLimits;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import io.fleetward.testkit.VirtualClock;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

class PolicyCheckOperationsTest {
    private final ApiHarness api = ApiHarness.of(
                    VirtualClock.atStart(), new PolicyCheckOperations(new PolicyVerdicts(PolicyLimits.AWS)))
            .as(Role.READ_ONLY);

    @Test
    void saysWhatAnAuditWouldSayAndShowsARequest() {
        JsonNode fault = check("""
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""").json().path("faults").path(0);

        assertThat(fault.path("checkName").stringValue()).isEqualTo("IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
        assertThat(fault.path("severity").stringValue()).isEqualTo("CRITICAL");
        assertThat(fault.path("reasonCode").stringValue()).isEqualTo("ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS");
        assertThat(fault.path("details")).isNotEmpty();
    }

    @Test
    void findsNothingWrongWithAPolicyForOneDevice() {
        Answer answer = check("""
                {"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iot:Connect",
                 "Resource":"arn:aws:iot:*:*:client/${iot:Connection.Thing.ThingName}"}}""");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("faults")).isEmpty();
    }

    @Test
    void refusesWhatIsNoPolicy() {
        Answer answer = check("{");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("MalformedPolicyException");
    }

    private Answer check(String document) {
        var request = JsonNodeFactory.instance.objectNode().put("policyDocument", document);
        return api.call(AwsService.FLEETWARD, "CheckPolicy", JsonMapper.shared().writeValueAsString(request));
    }
}
