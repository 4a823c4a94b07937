// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.edge.http.HttpHeader;
import io.fleetward.edge.http.HttpResponse;
import io.fleetward.edge.http.HttpStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EndlessAnswerTest {
    private final AtomicReference<HttpStream.@Nullable Sink> opened = new AtomicReference<>();
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final TestEdge edge = new TestEdge(
            BrokerLimits.AWS,
            _ -> new HttpResponse(
                    200, List.of(new HttpHeader("Content-Type", "text/event-stream")), new byte[0], this::open),
            300);

    @AfterEach
    void stop() {
        edge.close();
    }

    @AfterAll
    static void forgetNothing() {
        LeakWatch.assertNothingForgotten();
    }

    @Test
    void sendsWhatThereIsAsSoonAsThereIsSomething() throws IOException {
        try (RawClient client = get()) {
            HttpStream.Sink sink = sink();
            sink.send(bytes("one"));
            String head = "";
            while (!head.endsWith("\r\n\r\n")) {
                head += ascii(client.read(1));
            }
            assertThat(head)
                    .startsWith("HTTP/1.1 200 OK\r\n")
                    .contains("Content-Type: text/event-stream", "transfer-encoding: chunked", "connection: close")
                    .doesNotContain("content-length");
            assertThat(ascii(client.read(8))).isEqualTo("3\r\none\r\n");

            // Longer than the server waits for requests and for clients that do not take what they are sent.
            await().pollDelay(Duration.ofMillis(700)).until(() -> !isOver.get());
            sink.send(bytes("two"));
            assertThat(ascii(client.read(8))).isEqualTo("3\r\ntwo\r\n");
            sink.end();
            assertThat(ascii(client.readToEnd())).isEqualTo("0\r\n\r\n");
        }
        await().untilTrue(isOver);
    }

    @Test
    void tellsThatAClientHasGone() throws IOException {
        try (RawClient _ = get()) {
            assertThat(sink()).isNotNull();
        }
        HttpStream.Sink sink = sink();
        await().until(() -> {
            sink.send(bytes("anybody there?"));
            return isOver.get();
        });
    }

    @Test
    void givesAClientUpThatTakesNothing() throws IOException {
        try (RawClient client = get()) {
            HttpStream.Sink sink = sink();
            byte[] much = new byte[40_000];
            await().pollInterval(Duration.ofMillis(2)).until(() -> {
                sink.send(much);
                return isOver.get();
            });
            assertThat(client.read(8)).hasSize(16);
        }
    }

    private void open(HttpStream.Sink sink) {
        sink.onEnd(() -> isOver.set(true));
        opened.set(sink);
    }

    private HttpStream.Sink sink() {
        await().until(() -> opened.get() != null);
        return Objects.requireNonNull(opened.get());
    }

    private RawClient get() throws IOException {
        var client = new RawClient(new Socket(InetAddress.getLoopbackAddress(), edge.port(Listener.HTTP)));
        client.send(bytes("GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        return client;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String ascii(String hex) {
        return new String(HexFormat.of().parseHex(hex), StandardCharsets.US_ASCII);
    }
}
