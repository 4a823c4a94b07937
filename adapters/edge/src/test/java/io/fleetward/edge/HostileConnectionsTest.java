// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.identity.Role;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.edge.http.HttpRequest;
import io.fleetward.edge.http.HttpResponse;
import io.fleetward.testkit.Seed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that stall, dawdle, flood or talk nonsense: each is cut off and counted, the rest notices nothing. */
class HostileConnectionsTest {
    private static final int LARGE_ANSWER = 50_000_000;
    private static final int CROWD = 50;
    private static final byte[] LARGE_PUBLISH_BEGUN =
            Bytes.join(Bytes.one(0x30), Bytes.length(131_000), Bytes.text("a"), new byte[100_000]);

    private TestEdge edge = new TestEdge(BrokerLimits.AWS.withoutPace(), HostileConnectionsTest::answer);

    @AfterEach
    void stop() {
        edge.close();
    }

    @AfterAll
    static void forgetNothing() {
        LeakWatch.assertNothingForgotten();
    }

    @ParameterizedTest
    @CsvSource({
        "MQTT, '', HANDSHAKES_FAILED",
        "MQTT, 16, HANDSHAKES_FAILED",
        "MQTT, 16 03 01 02 00 01 00 01 FC 03 03, HANDSHAKES_FAILED",
        "HTTPS, '', HANDSHAKES_FAILED",
        "HTTPS, 16 03 01 02 00 01 00 01 FC 03 03, HANDSHAKES_FAILED",
        "HTTP, 47, REQUESTS_REFUSED",
        "HTTP, 47 45 54 20 2F, REQUESTS_REFUSED"
    })
    void cutsOffAClientThatStalls(Listener listener, String bytes, Counter counter) throws IOException {
        edge = impatient();
        try (var client = plain(listener)) {
            client.send(Bytes.hex(bytes));
            assertThat(client.readToEnd()).isEmpty();
        }
        await().untilAsserted(() -> assertThat(edge.counters.get(counter)).isOne());
    }

    @ParameterizedTest
    @CsvSource({"MQTT, ''", "MQTT, 10", "MQTT, 10 0C 00 04 4D 51", "HTTPS, 47 45 54"})
    void cutsOffAClientThatStallsAfterItsHandshake(Listener listener, String bytes) throws IOException {
        edge = impatient();
        try (var client = secure(listener, "d1")) {
            client.send(Bytes.hex(bytes));
            assertThat(client.readToEnd()).isEmpty();
        }
        Counter counter = listener == Listener.MQTT ? Counter.PACKETS_REFUSED : Counter.REQUESTS_REFUSED;
        await().untilAsserted(() -> assertThat(edge.counters.get(counter)).isOne());
    }

    @ParameterizedTest
    @CsvSource({"HTTP, REQUESTS_REFUSED", "MQTT, PACKETS_REFUSED"})
    void givesNoMoreTimeToAClientThatSendsByteByByte(Listener listener, Counter counter) throws IOException {
        edge = impatient();
        boolean isMqtt = listener == Listener.MQTT;
        try (var client = isMqtt ? secure(listener, "d1") : plain(listener)) {
            client.send(isMqtt ? Bytes.hex("10 FF 01") : "GET /x HTTP/1.1\r\nX: ".getBytes(US_ASCII));
            await().pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
                client.send(Bytes.one('x'));
                assertThat(edge.counters.get(counter)).isOne();
            });
        }
    }

    @Test
    void cutsOffAClientThatDoesNotTakeItsAnswer() throws IOException {
        edge = impatient();
        try (var client = plain(Listener.HTTP)) {
            client.send("GET /large HTTP/1.1\r\n\r\n".getBytes(US_ASCII));
            await().untilAsserted(() ->
                    assertThat(edge.counters.get(Counter.REQUESTS_REFUSED)).isOne());
            assertThat(client.readToEnd().length() / 2).isBetween(1, LARGE_ANSWER - 1);
        }
    }

    @Test
    void servesOthersWhileACrowdStalls() throws Exception {
        var crowd = new ArrayList<RawClient>();
        TlsClient tls = edge.tls(edge.device("crowd"));
        for (int i = 0; i < CROWD; i++) {
            var client = new RawClient(tls.connect(edge.port(Listener.MQTT)));
            client.send(Bytes.connect("d" + i));
            assertThat(client.readPacket()).isEqualTo("20020000");
            client.send(LARGE_PUBLISH_BEGUN);
            crowd.add(client);
        }
        assertServes();
        edge.clock.advance(Duration.ofMinutes(2));
        crowd.forEach(client -> {
            assertThat(client.readToEnd()).isEmpty();
            client.close();
        });
        await().untilAsserted(
                        () -> assertThat(edge.ends().stream().filter(DisconnectReason.MQTT_KEEP_ALIVE_TIMEOUT::equals))
                                .hasSize(CROWD));
    }

    @Test
    void refusesBodiesBeyondWhatItHoldsForAllRequests() throws Exception {
        var received = new AtomicInteger();
        var release = new CountDownLatch(1);
        edge.close();
        edge = new TestEdge(BrokerLimits.AWS, request -> {
            received.incrementAndGet();
            awaitUninterruptibly(release);
            return answer(request);
        });
        byte[] request =
                Bytes.join("POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n".getBytes(US_ASCII), new byte[100_000]);
        var crowd = new ArrayList<RawClient>();
        for (int i = 0; i < 4; i++) {
            RawClient client = plain(Listener.HTTP);
            client.send(request);
            crowd.add(client);
        }
        await().untilAsserted(() -> assertThat(received).hasValue(4));
        try (var client = plain(Listener.HTTP)) {
            client.send(request);
            assertThat(client.readToEnd()).startsWith(HexFormat.of().formatHex("HTTP/1.1 503".getBytes(US_ASCII)));
        }
        release.countDown();
        String ok = HexFormat.of().formatHex("HTTP/1.1 200".getBytes(US_ASCII));
        for (RawClient client : crowd) {
            assertThat(client.read(12)).isEqualTo(ok);
            client.close();
        }
        try (var client = plain(Listener.HTTP)) {
            client.send(request);
            assertThat(client.read(12)).isEqualTo(ok);
        }
    }

    @Test
    void refusesAClientHelloThatIsLongerThanAny() throws IOException {
        byte[] record = Bytes.join(Bytes.hex("16 03 01 40 00"), new byte[0x4000]);
        byte[] first = Bytes.join(Bytes.hex("16 03 01 40 00 01 FF FF FF 03 03"), new byte[0x3FFA]);
        try (var client = plain(Listener.MQTT)) {
            client.send(first, record, record);
            client.readToEnd();
        }
        await().untilAsserted(() ->
                assertThat(edge.counters.get(Counter.HANDSHAKES_FAILED)).isOne());
    }

    @Test
    void endsTheConnectionOfAClientThatAsksAndAsksAndNeverListens() throws Exception {
        byte[] pings = new byte[65_536];
        for (int i = 0; i < pings.length; i += 2) {
            pings[i] = (byte) 0xC0;
        }
        try (var client = secure(Listener.MQTT, "d1")) {
            client.send(Bytes.connect("d1"));
            assertThat(client.readPacket()).isEqualTo("20020000");
            for (int sent = 0; edge.ends().isEmpty() && sent < 2_000; sent++) {
                client.send(pings);
            }
            await().untilAsserted(() -> assertThat(edge.ends()).containsExactly(DisconnectReason.CLIENT_ERROR));
        }
        assertThat(edge.counters.get(Counter.PACKETS_REFUSED)).isOne();
    }

    /** What a client may speak before it speaks nonsense. */
    enum Prelude {
        NOTHING,
        TLS,
        TLS_AND_CONNECT,
        TLS_AND_CONNECT_FIVE,
        NOTHING_TO_HTTP,
        TLS_TO_HTTPS,
        TLS_TO_WEBSOCKET
    }

    @ParameterizedTest
    @EnumSource
    void survivesNonsense(Prelude prelude) throws Exception {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        TlsClient tls = edge.tls(edge.device("d1"));
        TlsClient people = edge.tls(null);
        edge.grant("MARIA", Role.OPERATOR);
        for (int i = 0; i < CROWD; i++) {
            byte[] nonsense = new byte[1 + random.nextInt(300)];
            random.nextBytes(nonsense);
            try (var client = switch (prelude) {
                case NOTHING -> plain(Listener.MQTT);
                case NOTHING_TO_HTTP -> plain(Listener.HTTP);
                case TLS_TO_HTTPS, TLS_TO_WEBSOCKET -> new RawClient(people.connect(edge.port(Listener.HTTPS)));
                default -> new RawClient(tls.connect(edge.port(Listener.MQTT)));
            }) {
                switch (prelude) {
                    case TLS_AND_CONNECT -> client.send(Bytes.connect("d1"));
                    case TLS_AND_CONNECT_FIVE -> client.send(Bytes.connectFive("d1"));
                    case TLS_TO_WEBSOCKET ->
                        RawWebSocket.open(client, "/mqtt?key=MARIA")
                                .send(RawWebSocket.frame(RawWebSocket.BINARY, Bytes.connect("ws")));
                    default -> client.send();
                }
                client.send(nonsense);
            }
        }
        assertServes();
        await().untilAsserted(() -> assertThat(edge.facts.of(BrokerFact.Disconnected.class))
                .as(seed.toString())
                .hasSameSizeAs(edge.facts.of(BrokerFact.Connected.class)));
        assertThat(edge.ends()).as(seed.toString()).doesNotContain(DisconnectReason.SERVER_ERROR);
    }

    /** Packets that were right until some of their bytes were turned over, cut off or sent twice. */
    @ParameterizedTest
    @CsvSource({"false", "true"})
    void survivesDamagedPackets(boolean isFive) throws Exception {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        TlsClient tls = edge.tls(edge.device("d1"));
        List<byte[]> right = isFive
                ? List.of(
                        Bytes.connectFive("d1"),
                        Bytes.packet(0x32, Bytes.text("a/b"), Bytes.hex("00 07 05 26"), Bytes.text(""), Bytes.text("")),
                        Bytes.packet(0x82, Bytes.hex("00 08 00"), Bytes.text("a/+"), Bytes.one(1)),
                        Bytes.packet(0xA2, Bytes.hex("00 09 00"), Bytes.text("a/+")),
                        Bytes.hex("40 02 00 01"),
                        Bytes.hex("E0 02 00 00"))
                : List.of(
                        Bytes.connect("d1"),
                        Bytes.packet(0x33, Bytes.text("a/b"), Bytes.hex("00 07 61")),
                        Bytes.packet(0x82, Bytes.hex("00 08"), Bytes.text("a/+"), Bytes.one(1)),
                        Bytes.packet(0xA2, Bytes.hex("00 09"), Bytes.text("a/+")),
                        Bytes.hex("40 02 00 01"),
                        Bytes.hex("C0 00"));
        for (int i = 0; i < CROWD; i++) {
            try (var client = new RawClient(tls.connect(edge.port(Listener.MQTT)))) {
                client.send(isFive ? Bytes.connectFive("d1") : Bytes.connect("d1"));
                for (int j = 0; j < 10; j++) {
                    client.send(damaged(right.get(random.nextInt(right.size())), random));
                }
            }
        }
        assertServes();
        await().untilAsserted(() -> assertThat(edge.facts.of(BrokerFact.Disconnected.class))
                .as(seed.toString())
                .hasSameSizeAs(edge.facts.of(BrokerFact.Connected.class)));
        assertThat(edge.ends()).as(seed.toString()).doesNotContain(DisconnectReason.SERVER_ERROR);
    }

    private static byte[] damaged(byte[] packet, RandomGenerator random) {
        byte[] copy = packet.clone();
        int damage = random.nextInt(6);
        if (damage == 0) {
            return Arrays.copyOf(copy, random.nextInt(copy.length));
        }
        for (int i = 1; i < damage; i++) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    /** Somebody else is served as ever. */
    private void assertServes() throws Exception {
        try (ThreeClient bystander = edge.three("bystander")) {
            bystander.subscribe("still", 1);
            bystander.publish("still", "here", 1);
            await().untilAsserted(() -> assertThat(bystander.heard()).containsExactly("still=here qos1"));
            bystander.disconnect();
        }
    }

    /** An edge in place of the usual one that waits a second for everything. */
    private TestEdge impatient() {
        edge.close();
        return new TestEdge(BrokerLimits.AWS, HostileConnectionsTest::answer, 1_000);
    }

    private static HttpResponse answer(HttpRequest request) {
        return new HttpResponse(200, List.of(), new byte[request.target().equals("/large") ? LARGE_ANSWER : 1]);
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private RawClient secure(Listener listener, String clientId) throws IOException {
        boolean isMqtt = listener == Listener.MQTT;
        return new RawClient(edge.tls(isMqtt ? edge.device(clientId) : null).connect(edge.port(listener)));
    }

    private RawClient plain(Listener listener) throws IOException {
        var socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), edge.port(listener)));
        return new RawClient(socket);
    }
}
