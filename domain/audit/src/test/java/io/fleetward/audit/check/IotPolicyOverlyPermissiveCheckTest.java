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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class IotPolicyOverlyPermissiveCheckTest {
    private static final String ARN = "arn:aws:iot:eu-west-1:111122223333";

    private final IotPolicyOverlyPermissiveCheck check = new IotPolicyOverlyPermissiveCheck();

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(
            resources = "overly-permissive.csv",
            delimiter = '|',
            quoteCharacter = '\0',
            maxCharsPerColumn = 8192)
    void reportsWhatIsAllowedOnAnyDevice(String id, String statements, @Nullable String broad, String source) {
        CheckResult result = inspect(FixedView.EMPTY.withPolicy(id, document(statements)));

        assertThat(source).isNotBlank();
        assertThat(result.totalResources()).isEqualTo(1);
        assertThat(result.nonCompliances().stream().map(NonCompliance::reason))
                .isEqualTo(broad == null ? List.of() : List.of(message(broad)));
    }

    @Test
    void reportsEachPolicyOnceByNameAndVersion() {
        String open = document("[{\"Effect\":\"Allow\",\"Action\":\"iot:Connect\",\"Resource\":\"*\"}]");
        String closed = document("[{\"Effect\":\"Deny\",\"Action\":\"iot:Connect\",\"Resource\":\"*\"}]");

        CheckResult result = inspect(FixedView.EMPTY
                .withPolicy("open", open)
                .withPolicy("closed", closed)
                .withPolicy("alsoOpen", open));

        assertThat(result.totalResources()).isEqualTo(3);
        assertThat(result.nonCompliances())
                .extracting(NonCompliance::resource)
                .containsExactly(
                        AuditedResource.of(new ResourceIdentifier.PolicyVersion("open", "3")),
                        AuditedResource.of(new ResourceIdentifier.PolicyVersion("alsoOpen", "3")));
        assertThat(result.nonCompliances())
                .allSatisfy(fault -> assertThat(fault.code())
                        .isEqualTo(new ReasonCode("ALLOWS_BROAD_ACCESS_TO_IOT_DATA_PLANE_ACTIONS")));
    }

    @Test
    void hasNothingToSayOfAnAccountWithoutPolicies() {
        assertThat(inspect(FixedView.EMPTY)).isEqualTo(new CheckResult(0, List.of()));
    }

    private CheckResult inspect(FixedView view) {
        return check.inspect(view, CheckSettings.DEFAULTS, CertificateFactsBuilder.NOW);
    }

    private static String document(String statements) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":" + statements.replace("ARN:", ARN + ":") + "}";
    }

    private static String message(String actions) {
        return Stream.of(actions.split(" "))
                .map(action -> "iot:" + action)
                .collect(Collectors.joining(", ", "Policy allows broad access to these data-plane actions: [", "]."));
    }
}
