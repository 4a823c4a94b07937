// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import static io.fleetward.hub.finding.FindingBuilder.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.AccountRegion;
import org.junit.jupiter.api.Test;

class ProductIntegrationsTest {
    private static final String PRODUCT = "aws/iot-device-defender-audit";
    private static final String ARN = "arn:aws:securityhub:eu-west-1::product/" + PRODUCT;

    private final HubFixture hub = new HubFixture();

    @Test
    void acceptsAProductFromItsEnablingUntilItOrTheHubIsDisabled() {
        hub.enabled(HOME);
        assertThat(accepts(HOME)).isFalse();

        String subscription = hub.integrations.enable(hub.call(HOME), ARN);
        assertThat(accepts(HOME)).isTrue();
        assertThat(accepts(AccountRegion.of("999999999999", "eu-west-1"))).isFalse();

        hub.integrations.disable(hub.call(HOME), subscription);
        assertThat(accepts(HOME)).isFalse();

        hub.integrations.enable(hub.call(HOME), ARN);
        hub.administration.disable(hub.call(HOME));
        assertThat(accepts(HOME)).isFalse();
    }

    private boolean accepts(AccountRegion scope) {
        return hub.transactions.read(tx -> hub.integrations.accepts(tx, scope, PRODUCT));
    }
}
