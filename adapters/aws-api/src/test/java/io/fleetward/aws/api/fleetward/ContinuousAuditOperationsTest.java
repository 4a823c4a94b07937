// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.fleetward;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.audit.AuditRig;
import io.fleetward.application.identity.Role;
import io.fleetward.aws.api.ApiHarness;
import io.fleetward.aws.api.ApiHarness.Answer;
import io.fleetward.aws.api.model.AwsService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuousAuditOperationsTest {
    private final AuditRig rig = new AuditRig();
    private final ApiHarness api = ApiHarness.of(rig.clock, new ContinuousAuditOperations(rig.continuous))
            .in(AuditRig.SCOPE);

    @Test
    void isOnUntilTurnedOff() {
        assertThat(isEnabled()).isTrue();

        assertThat(update("{'enabled': false}").status()).isEqualTo(200);
        assertThat(isEnabled()).isFalse();

        update("{'enabled': true}");
        assertThat(isEnabled()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'enabled': null}", "{'enabled': 'no'}"})
    void mustBeToldWhich(String body) {
        Answer answer = update(body);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("InvalidRequestException");
        assertThat(answer.body()).contains("enabled");
        assertThat(isEnabled()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isTurnedOffByAdministratorsOnlyAndSeenByAll(Role role) {
        api.as(role);

        assertThat(isEnabled()).isTrue();
        assertThat(update("{'enabled': false}").status()).isEqualTo(role == Role.ADMINISTRATOR ? 200 : 403);
    }

    private boolean isEnabled() {
        return api.call(AwsService.FLEETWARD, "DescribeContinuousAudit", "{}")
                .json()
                .path("enabled")
                .booleanValue();
    }

    private Answer update(String body) {
        return api.call(AwsService.FLEETWARD, "UpdateContinuousAudit", body);
    }
}
