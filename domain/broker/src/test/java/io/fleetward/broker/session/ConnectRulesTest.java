// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.kernel.topic.TopicName;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectRulesTest {
    @ParameterizedTest
    @CsvSource({"0, 1200", "1, 30", "29, 30", "30, 30", "600, 600", "1200, 1200", "1201, 1200", "65535, 1200"})
    void movesTheKeepAliveIntoWhatIsAllowed(int asked, int granted) {
        assertThat(ConnectRules.keepAlive(asked, BrokerLimits.AWS)).isEqualTo(granted);
    }

    @ParameterizedTest
    @CsvSource({"d1, true", "'', false", "$x, false"})
    void refusesReservedAndEmptyClientIds(String clientId, boolean allowed) {
        assertThat(ConnectRules.check(request(clientId, null), BrokerLimits.AWS) == null)
                .isEqualTo(allowed);
    }

    @Test
    void countsTheBytesOfAClientId() {
        assertThat(ConnectRules.check(request("ü".repeat(64), null), BrokerLimits.AWS))
                .isNull();
        assertThat(ConnectRules.check(request("ü".repeat(65), null), BrokerLimits.AWS))
                .isEqualTo(ReasonCode.CLIENT_IDENTIFIER_NOT_VALID);
    }

    @Test
    void refusesAWillThatCouldNotBePublished() {
        assertThat(check("$aws/x", 1)).isEqualTo(ReasonCode.TOPIC_NAME_INVALID);
        assertThat(check("a".repeat(257), 1)).isEqualTo(ReasonCode.TOPIC_NAME_INVALID);
        assertThat(check("a", 131_073)).isEqualTo(ReasonCode.PACKET_TOO_LARGE);
        assertThat(check("a", 131_072)).isNull();
    }

    @Test
    void grantsNoLargerWindowThanEitherSideTakes() {
        assertThat(ConnectRules.window(request("d", null), BrokerLimits.AWS)).isEqualTo(100);
    }

    @Test
    void keepsAnOlderClientsSessionForTheDefaultTimeAndLowersWhatAnMqtt5ClientAsks() {
        assertThat(SessionTerms.granted(request(MqttVersion.MQTT_3_1_1, false, 0), BrokerLimits.AWS))
                .isEqualTo(new SessionTerms(3_600));
        assertThat(SessionTerms.granted(request(MqttVersion.MQTT_3_1_1, true, 0), BrokerLimits.AWS))
                .isEqualTo(SessionTerms.CLEAN);
        assertThat(SessionTerms.granted(request(MqttVersion.MQTT_5, true, 0xffff_ffffL), BrokerLimits.AWS))
                .isEqualTo(new SessionTerms(604_800));
        assertThat(SessionTerms.granted(request(MqttVersion.MQTT_5, false, 0), BrokerLimits.AWS))
                .isEqualTo(SessionTerms.CLEAN);
    }

    @Test
    void letsADisconnectEndASessionButNotExtendOneThatWouldEnd() {
        assertThat(SessionTerms.CLEAN.mayBecome(10)).isFalse();
        assertThat(SessionTerms.CLEAN.mayBecome(0)).isTrue();
        assertThat(new SessionTerms(10).mayBecome(0)).isTrue();
        assertThat(new SessionTerms(10).mayBecome(20)).isTrue();
    }

    private static @Nullable ReasonCode check(String willTopic, int bytes) {
        Message will = Message.of(new TopicName(willTopic), new byte[bytes], 0, false);
        return ConnectRules.check(request("d", will), BrokerLimits.AWS);
    }

    private static ConnectRequest request(String clientId, @Nullable Message will) {
        return new ConnectRequest(MqttVersion.MQTT_3_1_1, clientId, true, 0, 60, will, 65_535, 268_435_455, 0);
    }

    private static ConnectRequest request(MqttVersion version, boolean isCleanStart, long expiry) {
        return new ConnectRequest(version, "d", isCleanStart, expiry, 60, null, 65_535, 268_435_455, 0);
    }
}
