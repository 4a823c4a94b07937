// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectRequestTest {
    @ParameterizedTest
    @CsvSource({
        // Before MQTT 5 one flag says both: forget the old session, keep no new one.
        "MQTT_3_1, false, 0, true",
        "MQTT_3_1_1, false, 0, true",
        "MQTT_3_1_1, true, 0, false",
        // Since MQTT 5 the expiry alone says whether the session stays.
        "MQTT_5, false, 0, false",
        "MQTT_5, true, 1, true",
        "MQTT_5, false, 1, true"
    })
    void asksForPersistenceByFlagOrByExpiry(MqttVersion version, boolean isCleanStart, long expiry, boolean asks) {
        var request = new ConnectRequest(version, "d1", isCleanStart, expiry, 0, null, 1, 1, 0);
        assertThat(request.asksForPersistence()).isEqualTo(asks);
    }
}
