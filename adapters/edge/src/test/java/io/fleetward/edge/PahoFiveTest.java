// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.broker.FakeDevicePrincipals;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.netty.pkitesting.X509Bundle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.MqttSubscription;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PahoFiveTest {
    private final TestEdge edge = new TestEdge();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void forwardsThePropertiesOfAMessageInOrder() throws Exception {
        try (FiveClient client = edge.five("d1")) {
            client.subscribe("a", 1);
            var properties = new MqttProperties();
            properties.setPayloadFormat(true);
            properties.setMessageExpiryInterval(600L);
            properties.setContentType("text/plain");
            properties.setResponseTopic("answers/d1");
            properties.setCorrelationData(new byte[] {0, (byte) 0xFF, 7});
            properties.setUserProperties(
                    List.of(new UserProperty("b", "1"), new UserProperty("a", "2"), new UserProperty("b", "3")));
            var message = FiveClient.message("x", 1);
            message.setProperties(properties);
            assertThat(client.publish("a", message)).isZero();
            await().until(() -> client.heard().contains("a=x qos1"));
            MqttProperties got = client.received().getFirst().message().getProperties();
            assertThat(got.getPayloadFormat()).isTrue();
            assertThat(got.getMessageExpiryInterval()).isBetween(590L, 600L);
            assertThat(got.getContentType()).isEqualTo("text/plain");
            assertThat(got.getResponseTopic()).isEqualTo("answers/d1");
            assertThat(got.getCorrelationData()).containsExactly(0, 0xFF, 7);
            assertThat(got.getUserProperties())
                    .extracting(property -> property.getKey() + property.getValue())
                    .containsExactly("b1", "a2", "b3");
        }
    }

    @Test
    void deliversToOlderClientsWithoutProperties() throws Exception {
        try (ThreeClient three = edge.three("d3");
                FiveClient five = edge.five("d5")) {
            three.subscribe("a", 1);
            five.subscribe("b", 1);
            var message = FiveClient.message("x", 1);
            message.getProperties().setContentType("text/plain");
            five.publish("a", message);
            three.publish("b", "y", 1);
            await().untilAsserted(() -> assertThat(three.heard()).containsExactly("a=x qos1"));
            await().untilAsserted(() -> assertThat(five.heard()).containsExactly("b=y qos1"));
        }
    }

    /** A widespread decoder loses the last property of such a message and adds two bytes to its payload. */
    @Test
    void keepsAOneByteLastPropertyOfALongPropertySection() throws Exception {
        X509Bundle device = edge.device("raw");
        byte[] properties =
                Bytes.join(Bytes.one(0x26), Bytes.text("k"), Bytes.text("v".repeat(130)), Bytes.hex("01 01"));
        try (FiveClient client = edge.five("d1");
                var raw = new RawClient(edge.tls(device).connect(edge.port(Listener.MQTT)))) {
            client.subscribe("a", 0);
            raw.send(Bytes.connectFive("raw"));
            assertThat(raw.readPacket()).startsWith("20");
            raw.send(Bytes.packet(
                    0x30,
                    Bytes.text("a"),
                    Bytes.length(properties.length),
                    properties,
                    "payload".getBytes(StandardCharsets.UTF_8)));
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("a=payload"));
            MqttProperties got = client.received().getFirst().message().getProperties();
            assertThat(got.getPayloadFormat()).isTrue();
            assertThat(got.getUserProperties().getFirst().getValue()).hasSize(130);
        }
    }

    @Test
    void tellsWhatItOffers() throws Exception {
        try (FiveClient client = edge.five("d1")) {
            MqttProperties welcome = client.welcome();
            assertThat(welcome.getMaximumQoS()).isOne();
            assertThat(welcome.isRetainAvailable()).isTrue();
            assertThat(welcome.isWildcardSubscriptionsAvailable()).isTrue();
            assertThat(welcome.isSubscriptionIdentifiersAvailable()).isFalse();
            assertThat(welcome.isSharedSubscriptionAvailable()).isTrue();
            assertThat(welcome.getReceiveMaximum()).isEqualTo(100);
            assertThat(welcome.getTopicAliasMaximum()).isEqualTo(8);
            assertThat(welcome.getMaximumPacketSize()).isEqualTo(149_504);
            assertThat(welcome.getAssignedClientIdentifier()).isNull();
            assertThat(welcome.getSessionExpiryInterval()).isNull();
            assertThat(welcome.getServerKeepAlive()).as("asked for none").isEqualTo(1_200);
        }
        try (FiveClient client = edge.five("", options -> {
            options.setKeepAliveInterval(60);
            options.setSessionExpiryInterval(10_000_000L);
        })) {
            assertThat(client.welcome().getAssignedClientIdentifier()).matches("[0-9a-f-]{36}");
            assertThat(client.welcome().getSessionExpiryInterval()).isEqualTo(604_800);
            assertThat(client.welcome().getServerKeepAlive()).as("as asked").isNull();
        }
    }

    @Test
    void keepsASessionForAsLongAsTheClientAsks() throws Exception {
        FiveClient early = edge.five("d1", options -> options.setSessionExpiryInterval(3_600L));
        early.subscribe("a", 1);
        early.disconnect();
        try (FiveClient publisher = edge.five("p")) {
            publisher.publish("a", "kept", 1);
            var fleeting = FiveClient.message("too late", 1);
            fleeting.getProperties().setMessageExpiryInterval(60L);
            publisher.publish("a", fleeting);
        }
        edge.clock.advance(Duration.ofSeconds(61));
        try (FiveClient late = edge.five("d1", options -> {
            options.setCleanStart(false);
            options.setSessionExpiryInterval(0L);
        })) {
            assertThat(late.wasPresent()).isTrue();
            late.publish("a", "end", 1);
            await().untilAsserted(() -> assertThat(late.heard()).containsExactly("a=kept qos1", "a=end qos1"));
        }
        try (FiveClient last = edge.five("d1", options -> options.setCleanStart(false))) {
            assertThat(last.wasPresent()).isFalse();
        }
    }

    @Test
    void understandsTheOptionsOfASubscription() throws Exception {
        try (FiveClient client = edge.five("d1");
                FiveClient other = edge.five("d2")) {
            var kept = FiveClient.message("kept", 1);
            kept.setRetained(true);
            other.publish("a", kept);

            var own = new MqttSubscription("own", 1);
            own.setNoLocal(true);
            var asPublished = new MqttSubscription("published", 1);
            asPublished.setRetainAsPublished(true);
            var never = new MqttSubscription("a", 1);
            never.setRetainHandling(2);
            var onlyNew = new MqttSubscription("a", 1);
            onlyNew.setRetainHandling(1);
            assertThat(client.subscribe(own, asPublished, never)).containsExactly(1, 1, 1);
            assertThat(client.subscribe(onlyNew)).containsExactly(1);

            client.publish("own", "mine", 1);
            other.publish("own", "another's", 1);
            var marked = FiveClient.message("marked", 1);
            marked.setRetained(true);
            other.publish("published", marked);
            await().untilAsserted(() ->
                    assertThat(client.heard()).containsExactly("own=another's qos1", "published=marked retained qos1"));
        }
    }

    @Test
    void tellsWhatIsDeniedAndLetsTheClientStay() throws Exception {
        X509Bundle device = edge.device("d1", """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"*","Resource":"*"},
                  {"Effect":"Deny","Action":["iot:Publish","iot:Subscribe"],"Resource":"*/secret"}]}""");
        try (FiveClient client = FiveClient.connect(edge.mqttUri(), edge.tls(device), "d1", _ -> {})) {
            assertThat(client.publish("secret", "x", 1)).isEqualTo(0x87);
            assertThat(client.subscribe(new MqttSubscription("secret", 1), new MqttSubscription("open", 0)))
                    .containsExactly(0x87, 0);
            assertThat(client.unsubscribe("open", "never")).containsExactly(0, 0x11);
            client.publish("secret", "x", 0);
            MqttDisconnectResponse end = client.awaitEnd();
            assertThat(end.getReturnCode()).isEqualTo(0x87);
            assertThat(end.getReasonString()).isEqualTo("iot:Publish was denied");
        }
        assertThat(edge.facts.of(BrokerFact.AuthorizationFailed.class)).hasSize(3);
        await().untilAsserted(() -> assertThat(edge.ends()).containsExactly(DisconnectReason.AUTH_ERROR));
    }

    @Test
    void tellsWhyAConnectIsRefused() {
        X509Bundle device = edge.device("d1", FakeDevicePrincipals.allowing("iot:Publish", "*"));
        assertThatThrownBy(() -> FiveClient.connect(edge.mqttUri(), edge.tls(device), "d1", _ -> {}))
                .isInstanceOfSatisfying(
                        MqttException.class,
                        refused -> assertThat(refused.getReasonCode()).isEqualTo(0x87));
    }

    @Test
    void tellsTheOlderConnectionThatItIsTakenOver() throws Exception {
        try (FiveClient older = edge.five("d1");
                FiveClient newer = edge.five("d1")) {
            assertThat(older.awaitEnd().getReturnCode()).isEqualTo(0x8E);
            assertThat(newer.publish("x", "alive", 1)).isZero();
        }
    }

    @Test
    void tellsASilentClientThatItsTimeIsOver() throws Exception {
        try (FiveClient silent = edge.five("d1", options -> options.setKeepAliveInterval(100))) {
            edge.clock.advance(Duration.ofSeconds(151));
            assertThat(silent.awaitEnd().getReturnCode()).isEqualTo(0x8D);
        }
    }

    @Test
    void publishesALastWillWithItsProperties() throws Exception {
        try (FiveClient watcher = edge.five("w")) {
            watcher.subscribe("will", 1);
            FiveClient device = edge.five("d1", options -> {
                options.setKeepAliveInterval(100);
                options.setWill("will", new MqttMessage(new byte[] {'!'}, 1, false, new MqttProperties()));
                options.getWillMessageProperties().setContentType("text/plain");
            });
            edge.clock.advance(Duration.ofSeconds(151));
            await().untilAsserted(() -> assertThat(watcher.heard()).containsExactly("will=! qos1"));
            assertThat(watcher.received().getFirst().message().getProperties().getContentType())
                    .isEqualTo("text/plain");
            device.close();
        }
    }

    @Test
    void sharesMessagesAmongTheMembersOfAGroup() throws Exception {
        try (FiveClient one = edge.five("m1");
                FiveClient two = edge.five("m2");
                FiveClient publisher = edge.five("p")) {
            assertThat(one.subscribe("$share/g/jobs/+", 1)).containsExactly(1);
            assertThat(two.subscribe("$share/g/jobs/+", 1)).containsExactly(1);
            for (int i = 0; i < 10; i++) {
                publisher.publish("jobs/" + i, "x", 1);
            }
            await().until(() -> one.heard().size() + two.heard().size() == 10);
            assertThat(one.heard()).isNotEmpty().doesNotContainAnyElementsOf(two.heard());
            assertThat(two.heard()).isNotEmpty();
        }
    }

    @Test
    void sendsNothingLargerThanTheClientTakes() throws Exception {
        try (FiveClient client = edge.five("d1", options -> options.setMaximumPacketSize(100L));
                FiveClient other = edge.five("d2")) {
            client.subscribe("a", 1);
            other.publish("a", "x".repeat(100), 1);
            other.publish("a", "small", 1);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("a=small qos1"));
        }
    }
}
