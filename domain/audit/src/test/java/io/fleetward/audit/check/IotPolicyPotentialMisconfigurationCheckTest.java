// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static io.fleetward.audit.check.IotPolicyOverlyPermissiveCheckTest.document;
import static io.fleetward.audit.check.IotPolicyOverlyPermissiveCheckTest.statement;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.view.CertificateFactsBuilder;
import io.fleetward.audit.view.FixedView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is misconfigured is decided by {@code MqttWildcards} and {@code BypassedDenials}; their test holds the table. */
class IotPolicyPotentialMisconfigurationCheckTest {
    private static final String ARN = "arn:aws:iot:eu-west-1:111122223333:";
    private static final String OPEN = statement("Allow", "iot:*", "*");
    private static final String HASH = statement("Deny", "iot:Subscribe", ARN + "topicfilter/yard/gate/#");
    private static final String STAR = statement("Deny", "iot:Subscribe", ARN + "topicfilter/yard/gate/*");

    private final IotPolicyPotentialMisconfigurationCheck check = new IotPolicyPotentialMisconfigurationCheck();

    @Test
    void showsTheDeniedResourceThatHoldsAWildcardOfMqtt() {
        CheckResult result = inspect(FixedView.EMPTY.withPolicy("hash", document(OPEN + "," + HASH)));

        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances()).singleElement().satisfies(fault -> {
            assertThat(fault.code().value()).isEqualTo("POLICY_CONTAINS_MQTT_WILDCARDS_IN_DENY_STATEMENT");
            assertThat(fault.reason())
                    .isEqualTo("Policy denies topics with MQTT wildcards, which match only themselves in a policy.");
            assertThat(fault.resource().identifier()).isEqualTo(new ResourceIdentifier.PolicyVersion("hash", "3"));
            assertThat(fault.resource().additionalInfo())
                    .isEqualTo(Map.of(
                            "DENIED_RESOURCE", ARN + "topicfilter/yard/gate/#", "STATEMENTS", place(HASH, OPEN, HASH)));
        });
    }

    @Test
    void showsTheFilterThatGetsAroundADenial() {
        CheckResult result = inspect(FixedView.EMPTY.withPolicy("star", document(OPEN + "," + STAR)));

        assertThat(result.nonCompliances()).singleElement().satisfies(fault -> {
            assertThat(fault.code().value()).isEqualTo("TOPIC_FILTERS_INTENDED_TO_DENY_ALLOWED_USING_WILDCARDS");
            assertThat(fault.reason())
                    .isEqualTo("Policy denies topic filters whose topics can be subscribed to using MQTT wildcards.");
            assertThat(fault.resource().additionalInfo())
                    .containsEntry("WITNESS_FILTER", ARN + "topicfilter/#")
                    .containsEntry("WITNESS_TOPIC", ARN + "topic/yard/gate/")
                    .containsEntry("STATEMENTS", place(STAR, OPEN, STAR))
                    .containsKey("WITNESS_FILTER_CONTEXT");
        });
    }

    @Test
    void reportsBothFaultsOfOnePolicyAndNoneOfASoundOne() {
        String protection = statement("Deny", "iot:Receive", ARN + "topic/yard/gate/*");
        CheckResult result = inspect(FixedView.EMPTY
                .withPolicy("both", document(OPEN + "," + HASH + "," + STAR))
                .withPolicy("sound", document(OPEN + "," + STAR + "," + protection)));

        assertThat(result.totalResources()).isEqualTo(2);
        assertThat(result.nonCompliances())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault.resource().identifier())
                        .isEqualTo(new ResourceIdentifier.PolicyVersion("both", "3")));
    }

    @Test
    void reportsWhatItCouldNotFindOut() {
        String wildcards = "*a" + "?".repeat(200);
        CheckResult result = inspect(FixedView.EMPTY.withPolicy(
                "obscure",
                document(statement("Allow", "iot:*", wildcards + "b*") + ","
                        + statement("Deny", "iot:Subscribe", wildcards + "c*"))));

        assertThat(result.nonCompliances())
                .singleElement()
                .satisfies(fault -> assertThat(fault.resource().additionalInfo())
                        .isEqualTo(Map.of("WITNESS_FILTER", "TOO_COMPLEX")));
    }

    @Test
    void hasNothingToSayOfAnAccountWithoutPolicies() {
        assertThat(inspect(FixedView.EMPTY)).isEqualTo(new CheckResult(0, List.of()));
    }

    /** Line and column of a statement in the document of these statements. */
    private static String place(String statement, String... all) {
        return "1:" + (document(String.join(",", all)).indexOf(statement) + 1);
    }

    private CheckResult inspect(FixedView view) {
        return check.inspect(view, CheckSettings.DEFAULTS, CertificateFactsBuilder.NOW);
    }
}
