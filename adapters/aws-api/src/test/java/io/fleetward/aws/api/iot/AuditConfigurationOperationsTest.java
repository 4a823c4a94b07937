// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.iot;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditRig;
import io.fleetward.application.identity.Role;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The audit configuration over the wire. */
class AuditConfigurationOperationsTest {
    private static final String ROLE = AuditRig.ROLE;

    private final AuditRig rig = new AuditRig();
    private final ApiHarness api = ApiHarness.of(rig.clock, new AuditConfigurationOperations(rig.settings))
            .in(AuditRig.SCOPE);

    @Test
    void listsEveryBuiltCheckDisabledOnAFreshAccount() {
        Answer answer = call("DescribeAccountAuditConfiguration", "{}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().propertyNames()).containsExactly("auditCheckConfigurations");
        JsonNode checks = answer.json().path("auditCheckConfigurations");
        assertThat(checks.propertyNames())
                .hasSameSizeAs(AuditChecks.built().names())
                .contains("IOT_POLICY_OVERLY_PERMISSIVE_CHECK");
        assertThat(checks).allSatisfy(check -> assertThat(check.toString()).isEqualTo("{\"enabled\":false}"));
    }

    @Test
    void needsARoleAndAnEnabledCheckAtFirst() {
        Answer answer = update("{'auditCheckConfigurations': {'LOGGING_DISABLED_CHECK': {'enabled': true}}}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(answer.message()).isEqualTo("roleArn: required when the audit is first configured");
        assertThat(update("{'roleArn': '" + ROLE + "'}").status()).isEqualTo(400);
    }

    @Test
    void mergesChanges() {
        configure();

        Answer answer = update("{'auditCheckConfigurations': {'DEVICE_CERTIFICATE_AGE_CHECK':"
                + " {'enabled': true, 'configuration': {'CERT_AGE_THRESHOLD_IN_DAYS': '90'}}}}");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{}");
        JsonNode described = call("DescribeAccountAuditConfiguration", "{}").json();
        assertThat(described.path("roleArn").stringValue()).isEqualTo(ROLE);
        JsonNode checks = described.path("auditCheckConfigurations");
        assertThat(checks.path("LOGGING_DISABLED_CHECK").toString()).isEqualTo("{\"enabled\":true}");
        assertThat(checks.path("DEVICE_CERTIFICATE_AGE_CHECK").toString())
                .isEqualTo("{\"enabled\":true,\"configuration\":{\"CERT_AGE_THRESHOLD_IN_DAYS\":\"90\"}}");
    }

    @Test
    void keepsTheNotificationTarget() {
        configure();
        update("{'auditNotificationTargetConfigurations': {'SNS': {'targetArn':"
                + " 'arn:aws:sns:eu-west-1:111122223333:audits', 'roleArn': '" + ROLE + "', 'enabled': true}}}");

        assertThat(call("DescribeAccountAuditConfiguration", "{}")
                        .json()
                        .path("auditNotificationTargetConfigurations")
                        .toString())
                .isEqualTo("{\"SNS\":{\"targetArn\":\"arn:aws:sns:eu-west-1:111122223333:audits\",\"roleArn\":\"" + ROLE
                        + "\",\"enabled\":true}}");
    }

    @ParameterizedTest
    @CsvSource({"29, 400", "30, 200", "3652, 200", "3653, 400", "x, 400"})
    void boundsThresholds(String value, int status) {
        configure();

        assertThat(update("{'auditCheckConfigurations': {'DEVICE_CERTIFICATE_AGE_CHECK':"
                                + " {'enabled': true, 'configuration': {'CERT_AGE_THRESHOLD_IN_DAYS': '" + value
                                + "'}}}}")
                        .status())
                .isEqualTo(status);
    }

    @Test
    void refusesChecksThatAreNotBuilt() {
        configure();

        Answer answer = update("{'auditCheckConfigurations': {'REVOKED_CA_CERT_CHECK': {'enabled': true}}}");

        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(answer.message()).startsWith("auditCheckConfigurations.REVOKED_CA_CERT_CHECK: unknown check");
    }

    @Test
    void deletesTheConfigurationOnce() {
        configure();

        assertThat(call("DeleteAccountAuditConfiguration", "{'deleteScheduledAudits': true}")
                        .body())
                .isEqualTo("{}");
        Answer again = call("DeleteAccountAuditConfiguration", "{}");
        assertThat(again.status()).isEqualTo(404);
        assertThat(again.errorCode()).isEqualTo("ResourceNotFoundException");
        assertThat(call("DescribeAccountAuditConfiguration", "{}").json().has("roleArn"))
                .isFalse();
    }

    @Test
    void isNotForReadersToChange() {
        api.as(Role.READ_ONLY);

        assertThat(call("DescribeAccountAuditConfiguration", "{}").status()).isEqualTo(200);
        assertThat(update("{'roleArn': '" + ROLE + "'}").status()).isEqualTo(403);
    }

    private void configure() {
        assertThat(update("{'roleArn': '" + ROLE
                                + "', 'auditCheckConfigurations': {'LOGGING_DISABLED_CHECK': {'enabled': true}}}")
                        .status())
                .isEqualTo(200);
    }

    private Answer update(String members) {
        return call("UpdateAccountAuditConfiguration", members);
    }

    private Answer call(String operation, String members) {
        return api.call(AwsService.IOT, operation, members);
    }
}
