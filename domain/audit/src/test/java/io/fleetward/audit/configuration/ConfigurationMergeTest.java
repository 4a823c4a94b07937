// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.check.AuditChecks;
import io.fleetward.audit.check.CheckSettings;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.TargetPatch;
import io.fleetward.audit.view.FixedView;
import io.fleetward.kernel.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationMergeTest {
    private static final String ROLE = "arn:aws:iam::111122223333:role/audit";
    private static final String OTHER_ROLE = "arn:aws:iam::111122223333:role/service/other";
    private static final String TOPIC = "arn:aws:sns:eu-west-1:111122223333:audits";
    private static final String LOGGING = "LOGGING_DISABLED_CHECK";
    private static final String AGE = "DEVICE_CERTIFICATE_AGE_CHECK";
    private static final CheckPatch ON = new CheckPatch(true, Map.of());
    private static final CheckPatch OFF = new CheckPatch(false, Map.of());
    private static final AuditConfiguration CONFIGURED = new AuditConfiguration(
            ROLE, null, Map.of(new CheckName(LOGGING), new CheckConfiguration(true, CheckSettings.DEFAULTS)));

    @Test
    void needsARoleAndAnEnabledCheckAtFirst() {
        assertThat(problems(null, patch(null, Map.of())))
                .extracting(Problem::where)
                .containsExactly("roleArn", "auditCheckConfigurations");
        assertThat(problems(null, patch(ROLE, Map.of(LOGGING, OFF))))
                .extracting(Problem::where)
                .containsExactly("auditCheckConfigurations");
    }

    @Test
    void startsWithTheChecksThatAreNamed() {
        AuditConfiguration configuration = changed(null, patch(ROLE, Map.of(LOGGING, ON, AGE, OFF)));

        assertThat(configuration.roleArn()).isEqualTo(ROLE);
        assertThat(configuration.target()).isNull();
        assertThat(configuration.enables(new CheckName(LOGGING))).isTrue();
        assertThat(configuration.enables(new CheckName(AGE))).isFalse();
        assertThat(configuration.enables(new CheckName("CA_CERTIFICATE_EXPIRING_CHECK")))
                .isFalse();
    }

    @Test
    void keepsWhatAChangeDoesNotName() {
        AuditConfiguration configuration = changed(CONFIGURED, patch(null, Map.of(AGE, ON)));

        assertThat(configuration.roleArn()).isEqualTo(ROLE);
        assertThat(configuration.enables(new CheckName(LOGGING))).isTrue();
        assertThat(configuration.enables(new CheckName(AGE))).isTrue();
    }

    @Test
    void mayDisableEveryCheckLater() {
        assertThat(changed(CONFIGURED, patch(null, Map.of(LOGGING, OFF))).enables(new CheckName(LOGGING)))
                .isFalse();
    }

    @Test
    void leavesACheckAsItWasWhenOnlyItsSettingsAreNamed() {
        var settings = new CheckPatch(null, Map.of("CERT_AGE_THRESHOLD_IN_DAYS", "90"));
        AuditConfiguration on = changed(CONFIGURED, patch(null, Map.of(AGE, ON)));

        AuditConfiguration after = changed(on, patch(null, Map.of(AGE, settings)));

        assertThat(after.of(new CheckName(AGE)))
                .isEqualTo(new CheckConfiguration(true, new CheckSettings(Map.of("CERT_AGE_THRESHOLD_IN_DAYS", 90))));
        assertThat(changed(after, patch(null, Map.of(AGE, OFF)))
                        .of(new CheckName(AGE))
                        .settings()
                        .stored())
                .containsEntry("CERT_AGE_THRESHOLD_IN_DAYS", 90);
    }

    @Test
    void changesTheRole() {
        assertThat(changed(CONFIGURED, patch(OTHER_ROLE, Map.of())).roleArn()).isEqualTo(OTHER_ROLE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(textBlock = """
            no arn at all,                            not the ARN of a role
            arn:aws:iam::111122223333:user/audit,     not the ARN of a role
            arn:aws:iot:eu-west-1:111122223333:role/a, not the ARN of a role
            arn:aws:iam:eu-west-1:111122223333:role/a, not the ARN of a role
            arn:aws:iam::111122223333:role/a b,       not the ARN of a role
            arn:aws:iam::444455556666:role/audit,     the role belongs to another account
            """)
    void refusesARoleThatCannotBe(String role, String reason) {
        assertThat(problems(CONFIGURED, patch(role, Map.of())))
                .containsExactly(new Problem("roleArn", reason + ": " + role));
    }

    @ParameterizedTest(name = "{0} {1}={2}")
    @CsvSource(textBlock = """
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_AGE_THRESHOLD_IN_DAYS,        30,         true
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_AGE_THRESHOLD_IN_DAYS,        3652,       true
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_AGE_THRESHOLD_IN_DAYS,        29,         false
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_AGE_THRESHOLD_IN_DAYS,        3653,       false
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_AGE_THRESHOLD_IN_DAYS,        x,          false
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_AGE_THRESHOLD_IN_DAYS,        '',         false
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_AGE_THRESHOLD_IN_DAYS,        -30,        false
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_AGE_THRESHOLD_IN_DAYS,        30.5,       false
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_AGE_THRESHOLD_IN_DAYS,        4294967396, false
            DEVICE_CERTIFICATE_AGE_CHECK,      CERT_EXPIRATION_THRESHOLD_IN_DAYS, 30,         false
            DEVICE_CERTIFICATE_EXPIRING_CHECK, CERT_EXPIRATION_THRESHOLD_IN_DAYS, 30,         true
            DEVICE_CERTIFICATE_EXPIRING_CHECK, CERT_EXPIRATION_THRESHOLD_IN_DAYS, 29,         false
            CA_CERTIFICATE_EXPIRING_CHECK,     CERT_EXPIRATION_THRESHOLD_IN_DAYS, 30,         false
            LOGGING_DISABLED_CHECK,            CERT_AGE_THRESHOLD_IN_DAYS,        30,         false
            """)
    void takesOnlyAllowedValuesOfAllowedSettings(String check, String setting, String value, boolean isAllowed) {
        var patch = patch(null, Map.of(check, new CheckPatch(true, Map.of(setting, value))));

        assertThat(apply(CONFIGURED, patch) instanceof ConfigurationOutcome.Changed)
                .isEqualTo(isAllowed);
    }

    @Test
    void namesAWrongValueOnceAlsoForACheckThatIsConfiguredAlready() {
        AuditConfiguration known = changed(CONFIGURED, patch(null, Map.of(AGE, ON)));

        assertThat(problems(
                        known,
                        patch(null, Map.of(AGE, new CheckPatch(null, Map.of("CERT_AGE_THRESHOLD_IN_DAYS", "29"))))))
                .containsExactly(new Problem(
                        "auditCheckConfigurations." + AGE + ".configuration.CERT_AGE_THRESHOLD_IN_DAYS",
                        "must be a whole number from 30 to 3652: 29"));
    }

    @Test
    void refusesChecksThatAreNotBuilt() {
        assertThat(problems(CONFIGURED, patch(null, Map.of("REVOKED_CA_CERT_CHECK", ON, "", ON))))
                .extracting(Problem::where)
                .containsExactly("auditCheckConfigurations.", "auditCheckConfigurations.REVOKED_CA_CERT_CHECK");
    }

    @Test
    void mergesThePartsOfTheNotificationTarget() {
        AuditConfiguration named = changed(CONFIGURED, target(new TargetPatch(TOPIC, null, false)));
        AuditConfiguration complete = changed(named, target(new TargetPatch(null, ROLE, true)));

        assertThat(named.target()).isEqualTo(new NotificationTarget(TOPIC, null, false));
        assertThat(complete.target()).isEqualTo(new NotificationTarget(TOPIC, ROLE, true));
        assertThat(changed(complete, patch(null, Map.of())).target()).isEqualTo(complete.target());
        assertThat(changed(CONFIGURED, target(new TargetPatch(null, null, false)))
                        .target())
                .isEqualTo(new NotificationTarget(null, null, false));
    }

    @Test
    void refusesAnEnabledTargetThatIsIncomplete() {
        String where = "auditNotificationTargetConfigurations.SNS";

        assertThat(problems(CONFIGURED, target(new TargetPatch(TOPIC, null, true))))
                .extracting(Problem::where)
                .containsExactly(where);
        assertThat(problems(CONFIGURED, target(new TargetPatch(null, ROLE, true))))
                .extracting(Problem::where)
                .containsExactly(where);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        var patch = new ConfigurationPatch(
                "nonsense",
                Map.of(
                        "SNS", new TargetPatch("arn:aws:sqs:eu-west-1:111122223333:queue", "nonsense", true),
                        "EMAIL", new TargetPatch(null, null, true)),
                Map.of("NO_SUCH_CHECK", ON));

        assertThat(problems(CONFIGURED, patch))
                .extracting(Problem::where)
                .containsExactly(
                        "roleArn",
                        "auditNotificationTargetConfigurations.EMAIL",
                        "auditNotificationTargetConfigurations.SNS.roleArn",
                        "auditNotificationTargetConfigurations.SNS.targetArn",
                        "auditCheckConfigurations.NO_SUCH_CHECK");
    }

    @Test
    void refusesASubscriptionInPlaceOfATopic() {
        assertThat(problems(CONFIGURED, target(new TargetPatch(TOPIC + ":0f3c", ROLE, true))))
                .extracting(Problem::where)
                .containsExactly("auditNotificationTargetConfigurations.SNS.targetArn");
    }

    private static ConfigurationPatch patch(@Nullable String role, Map<String, CheckPatch> checks) {
        return new ConfigurationPatch(role, Map.of(), checks);
    }

    private static ConfigurationPatch target(TargetPatch target) {
        return new ConfigurationPatch(null, Map.of("SNS", target), Map.of());
    }

    private static ConfigurationOutcome apply(@Nullable AuditConfiguration current, ConfigurationPatch patch) {
        return ConfigurationMerge.apply(FixedView.SCOPE, AuditChecks.built(), current, patch);
    }

    private static AuditConfiguration changed(@Nullable AuditConfiguration current, ConfigurationPatch patch) {
        return switch (apply(current, patch)) {
            case ConfigurationOutcome.Changed changed -> changed.configuration();
            case ConfigurationOutcome.Refused refused ->
                throw new AssertionError(refused.problems().toString());
        };
    }

    private static List<Problem> problems(@Nullable AuditConfiguration current, ConfigurationPatch patch) {
        return switch (apply(current, patch)) {
            case ConfigurationOutcome.Changed _ -> List.of();
            case ConfigurationOutcome.Refused refused -> refused.problems();
        };
    }
}
