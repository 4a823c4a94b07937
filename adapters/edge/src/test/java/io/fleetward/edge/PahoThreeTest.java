// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.broker.FakeDevicePrincipals;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.eclipse.paho.client.mqttv3.MqttConnectOptions;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PahoThreeTest {
    private final TestEdge edge = new TestEdge();

    @AfterEach
    void stop() {
        edge.close();
    }

    @Test
    void publishesAndSubscribesWithBothQualitiesOfService() throws Exception {
        try (ThreeClient client = edge.three("d1")) {
            client.subscribe("a/+", 1);
            client.publish("a/b", "one", 1);
            client.publish("a/c", "zero", 0);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("a/b=one qos1", "a/c=zero"));
            client.disconnect();
        }
        await().untilAsserted(() -> assertThat(edge.facts.all().stream()
                        .map(fact -> fact.getClass().getSimpleName())
                        .toList())
                .containsExactlyInAnyOrder(
                        "ConnectAttempted",
                        "Connected",
                        "MessageReceived",
                        "MessageDelivered",
                        "MessageReceived",
                        "MessageDelivered",
                        "Disconnected"));
        assertThat(edge.facts.of(BrokerFact.MessageReceived.class))
                .extracting(BrokerFact.MessageReceived::payloadBytes)
                .containsExactly(3, 4);
    }

    @Test
    void lowersTheQualityOfServiceToWhatTheSubscriberWants() throws Exception {
        try (ThreeClient client = edge.three("d1")) {
            client.subscribe("zero", 0);
            client.subscribe("two", 2);
            client.publish("zero", "x", 1);
            client.publish("two", "x", 1);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("zero=x", "two=x qos1"));
        }
    }

    @Test
    void keepsMessagesOfQosOneForAClientWithAPersistentSession() throws Exception {
        ThreeClient early = edge.three("d1", options -> options.setCleanSession(false));
        assertThat(early.wasPresent()).isFalse();
        early.subscribe("a/#", 1);
        early.disconnect();
        try (ThreeClient publisher = edge.three("p")) {
            publisher.publish("a/1", "first", 1);
            publisher.publish("a/2", "lost", 0);
            publisher.publish("a/3", "second", 1);
        }
        try (ThreeClient late = edge.three("d1", options -> options.setCleanSession(false))) {
            assertThat(late.wasPresent()).isTrue();
            await().untilAsserted(() -> assertThat(late.heard()).containsExactly("a/1=first qos1", "a/3=second qos1"));
        }
    }

    @Test
    void forgetsEverythingOfACleanSession() throws Exception {
        ThreeClient early = edge.three("d1");
        early.subscribe("a/#", 1);
        early.disconnect();
        try (ThreeClient late = edge.three("d1", options -> options.setCleanSession(false));
                ThreeClient publisher = edge.three("p")) {
            assertThat(late.wasPresent()).isFalse();
            late.subscribe("b", 1);
            publisher.publish("a/1", "not for it", 1);
            publisher.publish("b", "for it", 1);
            await().untilAsserted(() -> assertThat(late.heard()).containsExactly("b=for it qos1"));
        }
    }

    @Test
    void endsTheOlderConnectionWhenAClientConnectsAgain() throws Exception {
        try (ThreeClient watcher = edge.three("w");
                ThreeClient older = edge.three("d1", options -> options.setWill("will", new byte[] {'!'}, 1, false))) {
            watcher.subscribe("will", 1);
            try (ThreeClient newer = edge.three("d1")) {
                await().until(older::isLost);
                await().untilAsserted(() -> assertThat(watcher.heard()).containsExactly("will=! qos1"));
                newer.subscribe("x", 0);
                newer.publish("x", "alive", 0);
                await().untilAsserted(() -> assertThat(newer.heard()).containsExactly("x=alive"));
                await().untilAsserted(
                                () -> assertThat(edge.ends()).containsExactly(DisconnectReason.DUPLICATE_CLIENTID));
            }
        }
    }

    @Test
    void publishesTheLastWillOfAClientThatVanishes() throws Exception {
        try (ThreeClient watcher = edge.three("w")) {
            watcher.subscribe("will/+", 1);
            ThreeClient device = edge.three(
                    "d1", options -> options.setWill("will/d1", "gone".getBytes(StandardCharsets.UTF_8), 1, true));
            device.vanish();
            await().untilAsserted(() -> assertThat(watcher.heard()).containsExactly("will/d1=gone qos1"));
            await().untilAsserted(() -> assertThat(edge.ends()).containsExactly(DisconnectReason.CONNECTION_LOST));
            try (ThreeClient late = edge.three("late")) {
                late.subscribe("will/d1", 1);
                await().untilAsserted(() -> assertThat(late.heard()).containsExactly("will/d1=gone retained qos1"));
            }
        }
    }

    @Test
    void publishesNoLastWillOfAClientThatSaysGoodBye() throws Exception {
        try (ThreeClient watcher = edge.three("w")) {
            watcher.subscribe("#", 0);
            ThreeClient device = edge.three("d1", options -> options.setWill("will", new byte[] {'!'}, 0, false));
            device.disconnect();
            await().untilAsserted(() ->
                    assertThat(edge.ends()).containsExactly(DisconnectReason.CLIENT_INITIATED_DISCONNECT));
            watcher.publish("after", "it", 0);
            await().untilAsserted(() -> assertThat(watcher.heard()).containsExactly("after=it"));
        }
    }

    @Test
    void givesNewSubscribersTheRetainedMessageOfExactlyTheirTopic() throws Exception {
        try (ThreeClient publisher = edge.three("p")) {
            publisher.subscribe("kept", 0);
            publisher.retain("kept", "first");
            publisher.retain("kept", "second");
            await().untilAsserted(() -> assertThat(publisher.heard()).containsExactly("kept=first", "kept=second"));
            assertThat(heardAfterSubscribing("kept")).containsExactly("kept=second retained qos1", "end=");
            assertThat(heardAfterSubscribing("+")).containsExactly("end=");
            assertThat(heardAfterSubscribing("$share/g/kept")).containsExactly("end=");
            publisher.retain("kept", "");
            assertThat(heardAfterSubscribing("kept")).containsExactly("end=");
        }
    }

    @ParameterizedTest(name = "{0} hears {1}")
    @CsvSource({
        "a/+, a/b a/",
        "a/#, a/b a/b/c a/",
        "+/b, a/b",
        "+/+/c, a/b/c",
        "#, a a/b a/b/c a/ b/",
        "+, a",
        "b/, b/",
        "/#, ''"
    })
    void understandsWildcards(String filter, String topics) throws Exception {
        try (ThreeClient client = edge.three("d1")) {
            client.subscribe(filter, 0);
            client.subscribe("$aws/events/#", 0);
            for (String topic : List.of("a", "a/b", "a/b/c", "a/", "b/")) {
                client.publish(topic, "", 0);
            }
            client.paho().unsubscribe("$aws/events/#");
            client.subscribe("end", 0);
            client.publish("end", "", 0);
            await().until(() -> client.heard().contains("end="));
            assertThat(client.heard().stream()
                            .filter(heard -> !heard.startsWith("$aws/") && !heard.equals("end="))
                            .map(heard -> heard.substring(0, heard.length() - 1))
                            .toList())
                    .isEqualTo(topics.isEmpty() ? List.of() : List.of(topics.split(" ", -1)));
        }
    }

    @Test
    void deliversOnceToAClientWithOverlappingSubscriptions() throws Exception {
        try (ThreeClient client = edge.three("d1")) {
            client.subscribe("a/#", 0);
            client.subscribe("a/+", 1);
            client.subscribe("a/b", 0);
            client.publish("a/b", "once", 1);
            client.publish("a/c", "end", 1);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("a/b=once qos1", "a/c=end qos1"));
        }
    }

    @Test
    void deliversNothingAfterUnsubscribing() throws Exception {
        try (ThreeClient client = edge.three("d1")) {
            client.subscribe("a", 1);
            client.subscribe("b", 1);
            client.paho().unsubscribe("a");
            client.publish("a", "not any more", 1);
            client.publish("b", "still", 1);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("b=still qos1"));
        }
    }

    @Test
    void endsAConnectionFromWhichNothingIsHeard() throws Exception {
        try (ThreeClient watcher = edge.three("w", options -> options.setKeepAliveInterval(1_000));
                ThreeClient silent = edge.three("d1", options -> {
                    options.setKeepAliveInterval(100);
                    options.setWill("will", new byte[] {'!'}, 1, false);
                })) {
            watcher.subscribe("will", 1);
            edge.clock.advance(Duration.ofSeconds(140));
            silent.publish("x", "in time", 1);
            edge.clock.advance(Duration.ofSeconds(140));
            silent.publish("x", "in time again", 1);
            assertThat(edge.ends()).isEmpty();
            edge.clock.advance(Duration.ofSeconds(151));
            await().until(silent::isLost);
            await().untilAsserted(
                            () -> assertThat(edge.ends()).containsExactly(DisconnectReason.MQTT_KEEP_ALIVE_TIMEOUT));
            await().untilAsserted(() -> assertThat(watcher.heard()).containsExactly("will=! qos1"));
        }
    }

    @Test
    void givesAClientWithoutAnIdOne() throws Exception {
        try (ThreeClient client = ThreeClient.connect(edge.mqttUri(), edge.tls(edge.device("x")), "", _ -> {})) {
            client.subscribe("x", 0);
            assertThat(edge.facts.of(BrokerFact.Connected.class))
                    .singleElement()
                    .satisfies(fact -> assertThat(fact.clientId()).matches("[0-9a-f-]{36}"));
        }
    }

    @Test
    void takesTheOlderVersionOfTheProtocol() throws Exception {
        try (ThreeClient client =
                edge.three("d1", options -> options.setMqttVersion(MqttConnectOptions.MQTT_VERSION_3_1))) {
            client.subscribe("x", 1);
            client.publish("x", "old", 1);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("x=old qos1"));
        }
    }

    @Test
    void carriesTheLargestPayloadAndNotOneByteMore() throws Exception {
        try (ThreeClient client = edge.three("d1")) {
            client.subscribe("x", 1);
            String largest = "x".repeat(131_072);
            client.publish("x", largest, 1);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("x=" + largest + " qos1"));
            assertThatThrownBy(() -> client.publish("x", largest + "x", 1)).isInstanceOf(MqttException.class);
            await().untilAsserted(() -> assertThat(edge.ends()).containsExactly(DisconnectReason.CLIENT_ERROR));
        }
    }

    @Test
    void carriesTextOfEveryAlphabet() throws Exception {
        try (ThreeClient client = edge.three("gerät-デバイス")) {
            client.subscribe("räume/+", 1);
            client.publish("räume/台所", "22 °C 🌡", 1);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("räume/台所=22 °C 🌡 qos1"));
        }
    }

    @Test
    void refusesAConnectThatNoPolicyAllows() {
        var device = edge.device("d1", FakeDevicePrincipals.allowing("iot:Connect", "*client/other"));
        assertThatThrownBy(() -> ThreeClient.connect(edge.mqttUri(), edge.tls(device), "d1", _ -> {}))
                .isInstanceOfSatisfying(
                        MqttException.class,
                        refused -> assertThat(refused.getReasonCode())
                                .isEqualTo(MqttException.REASON_CODE_NOT_AUTHORIZED));
        assertThat(edge.facts.of(BrokerFact.AuthorizationFailed.class))
                .extracting(BrokerFact.AuthorizationFailed::action)
                .containsExactly("iot:Connect");
        assertThat(edge.counters.get(Counter.CONNECTIONS_REFUSED)).isOne();
    }

    @Test
    void endsTheConnectionOfADeniedPublisherAndAnswersADeniedSubscriber() throws Exception {
        var device = edge.device("d1", """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"*","Resource":"*"},
                  {"Effect":"Deny","Action":["iot:Publish","iot:Subscribe"],"Resource":"*/secret"}]}""");
        try (ThreeClient client = ThreeClient.connect(edge.mqttUri(), edge.tls(device), "d1", _ -> {})) {
            assertThatThrownBy(() -> client.subscribe("secret", 1))
                    .isInstanceOfSatisfying(
                            MqttException.class,
                            refused -> assertThat(refused.getReasonCode())
                                    .isEqualTo(MqttException.REASON_CODE_SUBSCRIBE_FAILED));
            client.subscribe("open", 1);
            client.publish("open", "still here", 1);
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("open=still here qos1"));
            assertThatThrownBy(() -> client.publish("secret", "x", 1)).isInstanceOf(MqttException.class);
            await().untilAsserted(() -> assertThat(edge.ends()).containsExactly(DisconnectReason.AUTH_ERROR));
        }
        assertThat(edge.facts.of(BrokerFact.AuthorizationFailed.class))
                .extracting(BrokerFact.AuthorizationFailed::action)
                .containsExactly("iot:Subscribe", "iot:Publish");
    }

    /** What a new client gets after subscribing, up to a message sent afterwards. */
    private List<String> heardAfterSubscribing(String filter) throws Exception {
        try (ThreeClient late = edge.three("late")) {
            late.subscribe(filter, 1);
            late.subscribe("end", 0);
            late.publish("end", "", 0);
            await().until(() -> late.heard().contains("end="));
            return late.heard();
        }
    }
}
