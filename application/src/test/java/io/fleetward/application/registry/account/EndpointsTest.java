// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.account;

import static io.fleetward.application.registry.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.error.IotError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {
    private final Endpoints endpoints = new Endpoints("iot.example.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iot:Data",
                "iot:Data-ATS",
                "iot:Data-Beta",
                "iot:CredentialProvider",
                "iot:Jobs",
                "iot:DeviceAdvisor"
            })
    void namesTheConfiguredHost(String type) {
        assertThat(endpoints.describe(type)).isEqualTo("iot.example.com");
    }

    @Test
    void meansTheDataEndpointByDefault() {
        assertThat(endpoints.describe(null)).isEqualTo("iot.example.com");
    }

    @Test
    void refusesUnknownTypes() {
        assertThat(refused(IotError.INVALID_REQUEST, () -> endpoints.describe("iot:Nonsense")))
                .hasMessage("Endpoint type iot:Nonsense not recognized");
    }
}
