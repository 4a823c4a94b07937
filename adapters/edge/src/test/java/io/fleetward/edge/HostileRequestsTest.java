// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.BrokerCounters.Counter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Each row ends in an answer that refuses, names itself, is counted, and is the last of its connection. */
class HostileRequestsTest {
    private static final Pattern REPEATED = Pattern.compile("\\{([0-9]+)}");

    private static TestEdge edge;

    @BeforeAll
    static void start() {
        edge = new TestEdge();
    }

    @AfterAll
    static void stop() {
        edge.close();
        LeakWatch.assertNothingForgotten();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "hostile-requests.csv", numLinesToSkip = 1)
    void refuses(String id, String request, @Nullable String body, int status, String source) throws IOException {
        long before = edge.counters.get(Counter.REQUESTS_REFUSED);
        try (var client = new RawClient(new Socket(InetAddress.getLoopbackAddress(), edge.port(Listener.HTTP)))) {
            client.send(bytes(request + "~Host: localhost~~"), bytes(body == null ? "" : body));
            assertThat(ascii(client.readToEnd()))
                    .as(source)
                    .startsWith("HTTP/1.1 " + status)
                    .contains("x-amzn-requestid: ");
        }
        assertThat(edge.counters.get(Counter.REQUESTS_REFUSED)).as(source).isEqualTo(before + 1);
        assertAlive();
    }

    private static void assertAlive() throws IOException {
        try (var client = new RawClient(new Socket(InetAddress.getLoopbackAddress(), edge.port(Listener.HTTP)))) {
            client.send(bytes("GET /alive HTTP/1.1~Connection: close~~"));
            assertThat(ascii(client.readToEnd())).startsWith("HTTP/1.1 200").endsWith("GET /alive");
        }
    }

    /** {@code ~} ends a line, <code>{9}</code> stands for so many letters, {@code \0} for the character NUL. */
    private static byte[] bytes(String words) {
        String text = REPEATED.matcher(words)
                .replaceAll(number -> "a".repeat(Integer.parseInt(number.group(1))))
                .replace("~", "\r\n")
                .replace("\\0", "\0");
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String ascii(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.US_ASCII);
    }
}
