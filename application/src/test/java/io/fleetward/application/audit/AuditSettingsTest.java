// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import static io.fleetward.application.audit.AuditRig.ROLE;
import static io.fleetward.application.audit.AuditRig.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.IotError;
import io.fleetward.audit.CheckName;
import io.fleetward.audit.configuration.AuditConfiguration;
import io.fleetward.audit.configuration.ConfigurationPatch;
import io.fleetward.audit.configuration.ConfigurationPatch.CheckPatch;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AuditSettingsTest {
    private static final CheckName LOGGING = new CheckName("LOGGING_DISABLED_CHECK");
    private static final ConfigurationPatch LOGGING_ON =
            new ConfigurationPatch(ROLE, Map.of(), Map.of(LOGGING.value(), new CheckPatch(true, Map.of())));

    private final AuditSettings settings = new AuditRig().settings;

    @Test
    void haveNothingConfiguredAtFirst() {
        assertThat(settings.describe(SCOPE)).isNull();
    }

    @Test
    void keepAChange() {
        settings.update(SCOPE, LOGGING_ON);

        AuditConfiguration configuration = Objects.requireNonNull(settings.describe(SCOPE));
        assertThat(configuration.roleArn()).isEqualTo(ROLE);
        assertThat(configuration.enables(LOGGING)).isTrue();
    }

    @Test
    void refuseAChangeAsAWholeAndNameEveryReason() {
        var patch = new ConfigurationPatch(
                "nonsense",
                Map.of(),
                Map.of(
                        "NO_SUCH_CHECK",
                        new CheckPatch(true, Map.of()),
                        LOGGING.value(),
                        new CheckPatch(true, Map.of())));

        refuses(
                IotError.INVALID_REQUEST,
                "roleArn: not the ARN of a role: nonsense; auditCheckConfigurations.NO_SUCH_CHECK: unknown check",
                () -> settings.update(SCOPE, patch));
        assertThat(settings.describe(SCOPE)).isNull();
    }

    @Test
    void forgetEverythingWhenDeleted() {
        settings.update(SCOPE, LOGGING_ON);

        settings.delete(SCOPE, false);

        assertThat(settings.describe(SCOPE)).isNull();
        refuses(IotError.RESOURCE_NOT_FOUND, "no audit configuration", () -> settings.delete(SCOPE, false));
    }

    static void refuses(IotError code, String text, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.text()).contains(text);
        });
    }
}
