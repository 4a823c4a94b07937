// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.broker.fact.DisconnectReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each row ends in a refusal that is told as far as the protocol allows, counted, and hurts nobody else. */
class HostilePacketsTest {
    private static TestEdge edge;
    private static TlsClient tls;

    @BeforeAll
    static void start() {
        edge = new TestEdge();
        tls = edge.tls(edge.device("d1"));
    }

    @AfterAll
    static void stop() {
        edge.close();
        LeakWatch.assertNothingForgotten();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "hostile-packets.csv", numLinesToSkip = 1)
    void refuses(String id, State state, String bytes, String answer, Counter counter, String source)
            throws IOException {
        long before = edge.counters.get(counter);
        int endsBefore = edge.ends().size();
        try (var client = new RawClient(tls.connect(edge.port(Listener.MQTT)))) {
            state.reach(client);
            client.send(packets(bytes));
            assertThat(inWords(client.readToEnd())).as(source).isEqualTo(answer);
        }
        assertThat(edge.counters.get(counter)).as(source).isEqualTo(before + 1);
        if (state == State.NEW) {
            assertThat(edge.ends()).hasSize(endsBefore);
        } else {
            await().untilAsserted(() -> assertThat(edge.ends()).hasSize(endsBefore + 1));
            assertThat(edge.ends().getLast()).isEqualTo(DisconnectReason.CLIENT_ERROR);
        }
    }

    /** How far the connection has come before the client misbehaves. */
    enum State {
        NEW,
        THREE,
        FIVE;

        void reach(RawClient client) {
            if (this != NEW) {
                client.send(this == THREE ? Bytes.connect("d1") : Bytes.connectFive("d1"));
                assertThat(client.readPacket()).startsWith("20").matches("20..0000.*");
            }
        }
    }

    /** What the server said before it hung up. */
    private static String inWords(String hex) {
        if (hex.isEmpty()) {
            return "none";
        }
        return switch (hex.substring(0, 2)) {
            case "20" -> "connack " + hex.substring(6, 8).toUpperCase(Locale.ROOT);
            case "e0" -> "disconnect " + hex.substring(4, 6).toUpperCase(Locale.ROOT);
            default -> hex;
        };
    }

    /**
     * The packet a row writes down: bytes in hexadecimal, {@code t:abc} for a text with its length, {@code t*9} for one
     * of so many letters, {@code r*9} for so many bytes, and {@code |} where the right length goes.
     */
    private static byte[] packets(String words) {
        int bar = words.indexOf('|');
        if (bar < 0) {
            return bytes(words);
        }
        byte[] body = bytes(words.substring(bar + 1));
        return Bytes.join(bytes(words.substring(0, bar)), Bytes.length(body.length), body);
    }

    private static byte[] bytes(String words) {
        var out = new ByteArrayOutputStream();
        for (String word : words.strip().split(" ", -1)) {
            if (word.startsWith("t:")) {
                out.writeBytes(Bytes.text(word.substring(2)));
            } else if (word.startsWith("t*")) {
                out.writeBytes(Bytes.text("a".repeat(Integer.parseInt(word.substring(2)))));
            } else if (word.startsWith("r*")) {
                out.writeBytes("a".repeat(Integer.parseInt(word.substring(2))).getBytes(StandardCharsets.US_ASCII));
            } else {
                out.writeBytes(HexFormat.of().parseHex(word));
            }
        }
        return out.toByteArray();
    }
}
