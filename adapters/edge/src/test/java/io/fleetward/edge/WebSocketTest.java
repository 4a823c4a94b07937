// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.identity.Role;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.netty.pkitesting.X509Bundle;
import java.io.IOException;
import java.time.Duration;
import java.util.HexFormat;
import org.eclipse.paho.client.mqttv3.MqttException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebSocketTest {
    private static final String TARGET = "/mqtt?key=MARIA";
    private static final String CONNACK = "82:20020000";
    private static final byte[] CONNECT_WITH_WILL = Bytes.packet(
            0x10, Bytes.text("MQTT"), Bytes.hex("04 06 00 3C"), Bytes.text("ws"), Bytes.text("will"), Bytes.text("!"));

    private final TestEdge edge = new TestEdge();

    @BeforeEach
    void employMaria() {
        edge.grant("MARIA", Role.OPERATOR);
    }

    @AfterEach
    void stop() {
        edge.close();
    }

    @AfterAll
    static void forgetNothing() {
        LeakWatch.assertNothingForgotten();
    }

    @Test
    void carriesMqttForACallerWhoSigned() throws Exception {
        try (ThreeClient client = ThreeClient.connect(uri(), edge.tls(null), "ws", _ -> {})) {
            client.subscribe("a/+", 1);
            client.publish("a/small", "x", 0);
            client.publish("a/large", "x".repeat(131_072), 1);
            await().untilAsserted(() -> assertThat(client.heard())
                    .containsExactly("a/small=x", "a/large=" + "x".repeat(131_072) + " qos1"));
            client.disconnect();
        }
        assertThat(edge.facts.of(BrokerFact.Connected.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.principalId()).isEqualTo("maria"));
        await().untilAsserted(
                        () -> assertThat(edge.ends()).containsExactly(DisconnectReason.CLIENT_INITIATED_DISCONNECT));
    }

    @Test
    void carriesMqttFive() throws Exception {
        try (FiveClient client = FiveClient.connect(uri(), edge.tls(null), "ws", _ -> {})) {
            client.subscribe("a", 1);
            assertThat(client.publish("a", "x", 1)).isZero();
            await().untilAsserted(() -> assertThat(client.heard()).containsExactly("a=x qos1"));
        }
    }

    @Test
    void carriesMqttForADeviceThatShowedItsCertificate() throws Exception {
        X509Bundle device = edge.device("d1");
        try (var socket = RawWebSocket.open(secure(edge.tls(device).asking("data.here.test")), "/mqtt")) {
            socket.send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.connect("d1")));
            assertThat(socket.read()).isEqualTo(CONNACK);
        }
        assertThat(edge.facts.of(BrokerFact.Connected.class))
                .singleElement()
                .satisfies(fact -> assertThat(fact.principalId()).isEqualTo(Pki.idOf(device)));
    }

    @Test
    void prefersASignatureToACertificate() throws Exception {
        TlsClient tls = edge.tls(edge.device("d1")).asking("data.here.test");
        try (var socket = RawWebSocket.open(secure(tls), TARGET)) {
            socket.send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.connect("ws")));
            assertThat(socket.read()).isEqualTo(CONNACK);
        }
        assertThat(edge.facts.of(BrokerFact.Connected.class))
                .extracting(BrokerFact.Connected::principalId)
                .containsExactly("maria");
        assertThatThrownBy(() -> RawWebSocket.open(secure(tls), "/mqtt?key=NOBODY"))
                .hasMessageContaining(" 403 ");
    }

    @Test
    void opensToPagesOfTheConsoleWithoutLookingAtCertificates() throws Exception {
        try (var socket = RawWebSocket.open(secure(edge.tls(null)), "/console/mqtt?key=MARIA")) {
            socket.send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.connect("page")));
            assertThat(socket.read()).isEqualTo(CONNACK);
        }
        TlsClient device = edge.tls(edge.device("d1")).asking("data.here.test");
        assertThatThrownBy(() -> RawWebSocket.open(secure(device), "/console/mqtt"))
                .hasMessageContaining("HTTP/1.1 403");
    }

    @Test
    void refusesACallerWhoseRoleMayNotConnect() throws Exception {
        edge.grant("MARIA", Role.READ_ONLY);
        assertThatThrownBy(() -> ThreeClient.connect(uri(), edge.tls(null), "ws", _ -> {}))
                .isInstanceOfSatisfying(
                        MqttException.class,
                        refused -> assertThat(refused.getReasonCode())
                                .isEqualTo(MqttException.REASON_CODE_NOT_AUTHORIZED));
        assertThat(edge.facts.of(BrokerFact.AuthorizationFailed.class)).hasSize(1);
    }

    @Test
    void answersLikeTheStandardAsksAndTheClientsRead() throws Exception {
        try (RawClient client = secure(edge.tls(null))) {
            client.send(RawWebSocket.opening(TARGET));
            assertThat(RawWebSocket.readHead(client))
                    .startsWith("HTTP/1.1 101 Switching Protocols\r\n")
                    .contains("\r\nsec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n")
                    .contains("\r\nsec-websocket-protocol: mqtt\r\n")
                    .containsIgnoringCase("\r\nupgrade: websocket\r\n")
                    .containsIgnoringCase("\r\nconnection: upgrade\r\n");
        }
        try (RawClient client = secure(edge.tls(null))) {
            client.send(
                    opening("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Key: " + "k".repeat(172)));
            assertThat(RawWebSocket.readHead(client)).startsWith("HTTP/1.1 101 ");
        }
        try (RawClient client = secure(edge.tls(null))) {
            client.send(opening("Protocol: mqtt", "Protocol: chat, mqttv3.1"));
            assertThat(RawWebSocket.readHead(client)).contains("\r\nsec-websocket-protocol: mqttv3.1\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET /mqtt?key=MARIA, POST /mqtt?key=MARIA, 400, GET",
        "'keep-alive, Upgrade', keep-alive, 400, Connection",
        "Sec-WebSocket-Key, X-Key, 400, Sec-WebSocket-Key",
        "Version: 13, Version: 8, 426, Sec-WebSocket-Version: 13",
        "Protocol: mqtt, Protocol: chat, 400, sub-protocol",
        "Sec-WebSocket-Protocol, X-Protocol, 400, sub-protocol",
        "key=MARIA, key=NOBODY, 403, nobody's key",
        "?key=MARIA, '', 403, Missing Authentication Token"
    })
    void refusesAndCountsWhatDoesNotOpenAWebSocket(String right, String wrong, int status, String why)
            throws Exception {
        try (RawClient client = secure(edge.tls(null))) {
            client.send(opening(right, wrong));
            String answer = new String(HexFormat.of().parseHex(client.readToEnd()), US_ASCII);
            assertThat(answer).startsWith("HTTP/1.1 " + status).contains(why);
        }
        assertThat(edge.counters.get(Counter.REQUESTS_REFUSED)).isOne();
    }

    @ParameterizedTest
    @CsvSource({"https://evil.test, 403", "null, 403", "https://localhost, 101", ", 101"})
    void letsNoPageOfAnotherOriginUseACertificate(@Nullable String origin, int status) throws Exception {
        try (RawClient client = secure(edge.tls(edge.device("d1")).asking("data.here.test"))) {
            String more = origin == null ? "" : "\r\nOrigin: " + origin;
            client.send(opening("?key=MARIA HTTP/1.1", " HTTP/1.1" + more));
            assertThat(RawWebSocket.readHead(client)).startsWith("HTTP/1.1 " + status);
        }
    }

    @Test
    void takesPacketsHoweverTheyAreCutIntoFrames() throws Exception {
        try (RawWebSocket socket = open()) {
            byte[] connect = Bytes.connect("ws");
            for (byte one : connect) {
                socket.send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.one(one)));
            }
            assertThat(socket.read()).isEqualTo(CONNACK);
            socket.send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.subscribe("a"), Bytes.publish("a", "x")));
            assertThat(socket.read()).isEqualTo("82:9003000100");
            assertThat(socket.read()).isEqualTo("82:300400016178");
            byte[] publish = Bytes.publish("a", "yz");
            socket.send(
                    RawWebSocket.unfinished(RawWebSocket.BINARY, Bytes.one(publish[0])),
                    RawWebSocket.unfinished(RawWebSocket.CONTINUATION, Bytes.one(publish[1])),
                    RawWebSocket.frame(RawWebSocket.PING, Bytes.hex("CA FE")),
                    RawWebSocket.unfinished(RawWebSocket.CONTINUATION),
                    RawWebSocket.frame(RawWebSocket.CONTINUATION, Bytes.hex("00 01 61 79 7A")));
            assertThat(socket.read()).isEqualTo("8a:cafe");
            assertThat(socket.read()).isEqualTo("82:30050001" + "61" + "797a");
        }
    }

    @Test
    void sendsOnePacketPerFrame() throws Exception {
        try (RawWebSocket socket = open()) {
            socket.send(
                    RawWebSocket.frame(RawWebSocket.BINARY, Bytes.connect("ws"), Bytes.subscribe("a")),
                    RawWebSocket.frame(
                            RawWebSocket.BINARY,
                            Bytes.publish("a", "1"),
                            Bytes.publish("a", "x".repeat(70_000)),
                            Bytes.publish("a", "2"),
                            Bytes.hex("C0 00")));
            assertThat(socket.read()).isEqualTo(CONNACK);
            assertThat(socket.read()).isEqualTo("82:9003000100");
            assertThat(socket.read()).isEqualTo("82:300400016131");
            assertThat(socket.read()).startsWith("82:30").hasSize(3 + 2 * (1 + 3 + 3 + 70_000));
            assertThat(socket.read()).isEqualTo("82:300400016132");
            assertThat(socket.read()).isEqualTo("82:d000");
        }
    }

    /** There is a device SDK that does not wait for the answer to its request. */
    @Test
    void losesNothingThatIsSentTogetherWithTheRequest() throws Exception {
        byte[] early = RawWebSocket.frame(RawWebSocket.BINARY, Bytes.connect("ws"));
        try (var socket = RawWebSocket.open(secure(edge.tls(null)), TARGET, early)) {
            assertThat(socket.read()).isEqualTo(CONNACK);
        }
    }

    @Test
    void goesOverToMqttAfterOtherRequests() throws Exception {
        try (RawClient client = secure(edge.tls(null))) {
            client.send("GET /things HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            assertThat(RawWebSocket.readHead(client)).startsWith("HTTP/1.1 200");
            client.read("GET /things".length());
            try (RawWebSocket socket = RawWebSocket.open(client, TARGET)) {
                socket.send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.connect("ws")));
                assertThat(socket.read()).isEqualTo(CONNACK);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"03 E8, 88:03e8", "03 E9 62 79 65, 88:03e9", "'', 88:03e8"})
    void takesACloseFrameForAGoodBye(String payload, String answer) throws Exception {
        try (ThreeClient watcher = edge.three("w");
                RawWebSocket socket = open()) {
            watcher.subscribe("will", 0);
            connectWithWill(socket);
            socket.send(RawWebSocket.frame(RawWebSocket.CLOSE, Bytes.hex(payload)));
            assertThat(socket.read()).startsWith(answer);
            assertThat(socket.read()).isEmpty();
            await().untilAsserted(() ->
                    assertThat(edge.ends()).containsExactly(DisconnectReason.CLIENT_INITIATED_DISCONNECT));
            watcher.publish("will", "not published", 0);
            await().untilAsserted(() -> assertThat(watcher.heard()).containsExactly("will=not published"));
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "text, 81 82 00000000 C000, 03eb",
        "unmasked, 82 02 C000, 03ea",
        "reserved bits, C2 82 00000000 C000, 03ea",
        "unknown data frame, 83 82 00000000 C000, 03ea",
        "unknown control frame, 8B 80 00000000, 03ea",
        "continuation of nothing, 80 82 00000000 C000, 03ea",
        "message within a message, 02 81 00000000 C0 82 81 00000000 00, 03ea",
        "fragmented ping, 09 80 00000000, 03ea",
        "ping too long, 89 FE 00000000, 03ea",
        "close of one byte, 88 81 00000000 03, 03ea",
        "close with a forbidden status, 88 82 00000000 03ED, 03ea",
        "frame too large, 82 FF 0000000000040001 00000000, 03f1",
        "frame without measure, 82 FF 7FFFFFFFFFFFFFFF 00000000, 03f1",
        "negative length, 82 FF FFFFFFFFFFFFFFFF 00000000, 03ea",
        "length longer than needed, 82 FE 0002 00000000 C000, 03ea"
    })
    void endsTheConnectionOfAClientThatBreaksTheRules(String how, String bytes, String status) throws Exception {
        try (ThreeClient watcher = edge.three("w");
                RawWebSocket socket = open()) {
            watcher.subscribe("will", 0);
            connectWithWill(socket);
            socket.send(Bytes.hex(bytes));
            assertThat(socket.read()).startsWith("88:" + status);
            assertThat(socket.read()).isEmpty();
            await().untilAsserted(() -> assertThat(watcher.heard()).containsExactly("will=!"));
            await().untilAsserted(() -> assertThat(edge.ends()).containsExactly(DisconnectReason.CLIENT_ERROR));
            assertThat(edge.counters.get(Counter.PACKETS_REFUSED)).isOne();
        }
    }

    @Test
    void saysGoodByeInBothProtocolsWhenItEndsAConnection() throws Exception {
        try (RawWebSocket socket = open()) {
            socket.send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.connectFive("ws")));
            assertThat(socket.read()).startsWith("82:20");
            edge.clock.advance(Duration.ofMinutes(2));
            assertThat(socket.read()).startsWith("82:e0").contains("8d");
            assertThat(socket.read()).startsWith("88:03e8");
            assertThat(socket.read()).isEmpty();
        }
    }

    @Test
    void refusesAMalformedPacketInAGoodFrame() throws Exception {
        try (RawWebSocket socket = open()) {
            socket.send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.hex("00 00")));
            assertThat(socket.read()).startsWith("88:");
            assertThat(socket.read()).isEmpty();
        }
        assertThat(edge.counters.get(Counter.PACKETS_REFUSED)).isOne();
    }

    @Test
    void survivesAClientThatVanishesWhileItsSignatureIsChecked() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (RawClient client = secure(edge.tls(null))) {
                client.send(RawWebSocket.opening(TARGET));
            }
        }
        try (RawWebSocket socket = open()) {
            socket.send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.connect("ws")));
            assertThat(socket.read()).isEqualTo(CONNACK);
        }
    }

    /** The protocol by which AWS knows clients of custom authorizers. */
    @Test
    void saysThatThereAreNoCustomAuthorizers() throws Exception {
        TlsClient tls = edge.tls(null).offering("mqtt");
        try (RawClient client = secure(tls)) {
            client.send(Bytes.connect("d1"));
            assertThat(client.readToEnd()).isEqualTo("20020005");
        }
        try (RawClient client = secure(tls)) {
            client.send(Bytes.connectFive("d1"));
            String answer = client.readToEnd();
            assertThat(answer).startsWith("20").matches("20..0087.*");
            assertThat(new String(HexFormat.of().parseHex(answer), US_ASCII))
                    .contains("custom authorizers are not supported");
        }
        assertThat(edge.counters.get(Counter.CONNECTIONS_REFUSED)).isEqualTo(2);
    }

    private void connectWithWill(RawWebSocket socket) {
        socket.send(RawWebSocket.frame(RawWebSocket.BINARY, CONNECT_WITH_WILL));
        assertThat(socket.read()).isEqualTo(CONNACK);
    }

    private String uri() {
        return "wss://localhost:" + edge.port(Listener.HTTPS) + TARGET;
    }

    private RawWebSocket open() throws IOException {
        return RawWebSocket.open(secure(edge.tls(null)), TARGET);
    }

    private RawClient secure(TlsClient tls) throws IOException {
        return new RawClient(tls.connect(edge.port(Listener.HTTPS)));
    }

    /** The opening request with some of its text replaced. */
    private static byte[] opening(String right, String wrong) {
        return new String(RawWebSocket.opening(TARGET), US_ASCII)
                .replace(right, wrong)
                .getBytes(US_ASCII);
    }
}
