// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ReasonCode;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.check.CheckResult.NonCompliance;
import io.fleetward.audit.view.CertificateFactsBuilder;
import io.fleetward.audit.view.FixedView;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is broad is decided by {@code BroadAccess}, whose test holds the verdict table. */
class IotPolicyOverlyPermissiveCheckTest {
    private static final String CONNECT = statement("Allow", "iot:Connect", "*");

    private final IotPolicyOverlyPermissiveCheck check = new IotPolicyOverlyPermissiveCheck();

    @Test
    void reportsEachPolicyOnceByNameAndVersion() {
        CheckResult result = inspect(FixedView.EMPTY
                .withPolicy("open", document(CONNECT))
                .withPolicy("closed", document(statement("Deny", "iot:Connect", "*")))
                .withPolicy("alsoOpen", document(CONNECT)));

        assertThat(result.totalResources()).isEqualTo(3);
        assertThat(result.nonCompliances())
                .extracting(fault -> fault.resource().identifier())
                .containsExactly(
                        new ResourceIdentifier.PolicyVersion("open", "3"),
                        new ResourceIdentifier.PolicyVersion("alsoOpen", "3"));
        assertThat(result.nonCompliances())
                .allSatisfy(fault -> assertThat(fault.code())
                        .isEqualTo(new ReasonCode("ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS")));
    }

    @Test
    void listsTheActionsInItsReasonAndShowsARequestForEach() {
        CheckResult result = inspect(FixedView.EMPTY.withPolicy(
                "open", document(CONNECT + "," + statement("Allow", "iot:Publish", "arn:aws:iot:*:*:topic/*"))));

        assertThat(result.nonCompliances()).singleElement().satisfies(fault -> {
            assertThat(fault.reason())
                    .isEqualTo("Policy allows broad access to these data-plane actions: [iot:Connect, iot:Publish].");
            assertThat(fault.resource().additionalInfo())
                    .containsOnlyKeys(
                            "STATEMENTS",
                            "WITNESS_CONNECT",
                            "WITNESS_CONNECT_CONTEXT",
                            "WITNESS_PUBLISH",
                            "WITNESS_PUBLISH_CONTEXT")
                    .containsEntry("STATEMENTS", "1:38, 1:" + (39 + CONNECT.length()))
                    .containsEntry("WITNESS_CONNECT", "arn:aws:iot:eu-west-1:111122223333:client/another-device")
                    .containsEntry(
                            "WITNESS_CONNECT_CONTEXT",
                            "iot:ClientId=another-device, iot:Connection.Thing.IsAttached=false");
            assertThat(fault.resource().additionalInfo().get("WITNESS_PUBLISH"))
                    .startsWith("arn:aws:iot:eu-west-1:111122223333:topic/$aws/things/another-device/");
        });
    }

    @Test
    void reportsWhatItCouldNotFindOut() {
        String wildcards = "*a" + "?".repeat(200);
        CheckResult result = inspect(FixedView.EMPTY.withPolicy(
                "obscure",
                document(statement("Allow", "iot:Publish", "*/" + wildcards + "b*") + ","
                        + statement("Deny", "iot:Publish", "*/" + wildcards + "c*"))));

        assertThat(result.nonCompliances())
                .singleElement()
                .extracting(NonCompliance::resource)
                .extracting(AuditedResource::additionalInfo)
                .isEqualTo(Map.of("WITNESS_PUBLISH", "TOO_COMPLEX"));
    }

    @Test
    void hasNothingToSayOfAnAccountWithoutPolicies() {
        assertThat(inspect(FixedView.EMPTY)).isEqualTo(new CheckResult(0, List.of()));
    }

    private CheckResult inspect(FixedView view) {
        return check.inspect(view, CheckSettings.DEFAULTS, CertificateFactsBuilder.NOW);
    }

    static String document(String statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[" + statements + "]}";
    }

    static String statement(String effect, String action, String resource) {
        return "{\"Effect\":\"" + effect + "\",\"Action\":\"" + action + "\",\"Resource\":\"" + resource + "\"}";
    }
}
