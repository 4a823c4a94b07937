// SPDX-License-Identifier: Apache-2.0
package io.fleetward.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.events.destination.WebClient;
import io.fleetward.application.notification.Endpoint;
import io.fleetward.application.notification.delivery.DeliveryOutcome;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Delivered;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Failed;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Refused;
import io.fleetward.application.notification.delivery.OutgoingMessage;
import io.fleetward.application.time.Timers;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages posted over real sockets, to endpoints of every character. */
class HttpMessageSenderTest {
    private static final Duration DEADLINE = Duration.ofMillis(500);
    private static final Destinations LOCAL = Destinations.publicAnd(List.of(), true);

    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor();
    private final Timers timers = (when, task) -> {
        long millis = Math.max(0, Duration.between(Instant.now(), when).toMillis());
        var scheduled = clockwork.schedule(task, millis, TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    };

    @AfterEach
    void stop() {
        clockwork.shutdownNow();
    }

    @Test
    void postsHeadersAndBody() throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
                var sender = sender(LOCAL)) {
            DeliveryOutcome outcome = sender.send(message("http://127.0.0.1:" + receiver.port() + "/a?b=c"));

            assertThat(outcome).isEqualTo(new Delivered());
            assertThat(receiver.requests())
                    .containsExactly("POST /a?b=c HTTP/1.1\r\nHost: 127.0.0.1:" + receiver.port()
                            + "\r\nx-amz-sns-message-type: Notification\r\nContent-Length: 6\r\n"
                            + "Connection: close\r\n\r\ntäxt\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200, Delivered",
        "204, Delivered",
        "299, Delivered",
        "301, Failed",
        "307, Failed",
        "400, Refused",
        "404, Refused",
        "410, Refused",
        "429, Failed",
        "500, Failed",
        "503, Failed"
    })
    void judgesByTheStatus(int status, String kind) throws Exception {
        String answer = "HTTP/1.1 " + status + " Whatever\r\nLocation: http://127.0.0.1:1/\r\n\r\n";
        try (var receiver = Receiver.answering(answer);
                var sender = sender(LOCAL)) {
            DeliveryOutcome outcome = sender.send(message("http://127.0.0.1:" + receiver.port() + "/"));

            assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\nHTTP/1.0 200\r\n\r\n', Delivered",
        "'HTTP/1.1 200 OK\n\n', Delivered",
        "'HTTP/1.1 101 Switching Protocols\r\n\r\n', Failed",
        "'SSH-2.0-OpenSSH\r\n', Failed",
        "'HTTP/2 200\r\n\r\n', Failed",
        "'HTTP/1.1 20', Failed",
        "'', Failed"
    })
    void readsAnswersOfEveryForm(String answer, String kind) throws Exception {
        try (var receiver = Receiver.answering(answer);
                var sender = sender(LOCAL)) {
            DeliveryOutcome outcome = sender.send(message("http://127.0.0.1:" + receiver.port() + "/"));

            assertThat(outcome.getClass().getSimpleName()).isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcd', abc",
        "'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n', abcde",
        "'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n\r\nto the end', to the end"
    })
    void readsTheBodyThatIsWanted(String answer, String body) throws Exception {
        try (var receiver = Receiver.answering(answer);
                var sender = sender(LOCAL)) {
            var endpoint = new Endpoint(URI.create("http://127.0.0.1:" + receiver.port() + "/t"));

            var reply = sender.exchange(new WebClient.Request("PUT", endpoint, new LinkedHashMap<>(), "x", true));

            assertThat(reply).isEqualTo(new WebClient.Reply.Answered(200, body));
            assertThat(receiver.requests()).singleElement().asString().startsWith("PUT /t HTTP/1.1");
        }
    }

    @Test
    void doesNotTakeAChunkOfNoSize() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nnonsense\r\n";
        try (var receiver = Receiver.answering(answer);
                var sender = sender(LOCAL)) {
            var endpoint = new Endpoint(URI.create("http://127.0.0.1:" + receiver.port() + "/"));

            var reply = sender.exchange(new WebClient.Request("GET", endpoint, new LinkedHashMap<>(), "", true));

            assertThat(reply).isInstanceOf(WebClient.Reply.Silent.class);
        }
    }

    @Test
    void readsNoMoreThanAHead() throws Exception {
        try (var receiver = Receiver.answering("x".repeat(1_000_000));
                var sender = sender(LOCAL)) {
            assertThat(sender.send(message("http://127.0.0.1:" + receiver.port() + "/")))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).contains("head is too long"));
        }
    }

    @Test
    void givesUpOnAnEndpointThatDoesNotAnswer() throws Exception {
        try (var receiver = Receiver.silent();
                var sender = sender(LOCAL)) {
            long begin = System.nanoTime();

            DeliveryOutcome outcome = sender.send(message("http://127.0.0.1:" + receiver.port() + "/"));

            assertThat(outcome).isInstanceOf(Failed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void givesUpOnAnEndpointThatAnswersDropByDrop() throws Exception {
        var drops = new AtomicInteger();
        try (var receiver = Receiver.behaving(socket -> {
                    var drip =
                            clockwork.scheduleWithFixedDelay(() -> drip(socket, drops), 0, 20, TimeUnit.MILLISECONDS);
                    socket.getInputStream().readAllBytes();
                    drip.cancel(false);
                });
                var sender = sender(LOCAL)) {
            long begin = System.nanoTime();

            DeliveryOutcome outcome = sender.send(message("http://127.0.0.1:" + receiver.port() + "/"));

            assertThat(outcome).isInstanceOf(Failed.class);
            assertThat(drops.get()).isPositive();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void failsWhenNobodyListens() throws Exception {
        int port;
        try (var receiver = Receiver.silent()) {
            port = receiver.port();
        }
        try (var sender = sender(LOCAL)) {
            assertThat(sender.send(message("http://127.0.0.1:" + port + "/")))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).contains("cannot connect"));
        }
    }

    @Test
    void neverConnectsToWhatIsNotPermitted() throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n");
                var sender = sender(Destinations.publicAnd(List.of(), false))) {
            for (String host : List.of("127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "2130706433")) {
                var message = message("http://" + host + ":" + receiver.port() + "/");

                assertThat(sender.send(message)).as(host).isNotInstanceOf(Delivered.class);
            }
            assertThat(sender.refusal(message("http://127.0.0.1/").endpoint())).contains("--notify-allow");
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void connectsToTheAddressThatItLookedAtWhateverTheNameResolvesToNext() throws Exception {
        var lookups = new AtomicInteger();
        InetAddress loopback = InetAddress.getLoopbackAddress();
        InetAddress elsewhere = InetAddress.getByName("192.0.2.7");
        try (var receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n");
                var sender = sender(Destinations.publicAnd(List.of("192.0.2.7"), false), host -> {
                    // First the address of the attacker's own server, then that of his target.
                    return new InetAddress[] {lookups.getAndIncrement() == 0 ? elsewhere : loopback};
                })) {
            assertThat(sender.refusal(message("http://rebinding.example/").endpoint()))
                    .isNull();

            DeliveryOutcome outcome = sender.send(message("http://rebinding.example:" + receiver.port() + "/"));

            assertThat(outcome).isInstanceOf(Refused.class);
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void usesThePermittedAddressesOfAHost() throws Exception {
        try (var receiver = Receiver.answering("HTTP/1.1 200 OK\r\n\r\n");
                var sender = sender(LOCAL, host ->
                        new InetAddress[] {InetAddress.getByName("10.0.0.1"), InetAddress.getLoopbackAddress()})) {
            assertThat(sender.send(message("http://mixed.example:" + receiver.port() + "/")))
                    .isEqualTo(new Delivered());
        }
    }

    @Test
    void failsOnHostsThatAreNotKnown() {
        try (var sender = sender(LOCAL, host -> {
            throw new UnknownHostException(host);
        })) {
            assertThat(sender.send(message("http://unknown.example/"))).isInstanceOf(Failed.class);
            assertThat(sender.refusal(message("http://unknown.example/").endpoint()))
                    .isNull();
        }
    }

    @Test
    void doesNotWaitForALookUpForEver() {
        var hanging = new CompletableFuture<InetAddress[]>();
        try (var sender = sender(LOCAL, _ -> hanging.join())) {
            assertThat(sender.send(message("http://slow.example/")))
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.reason()).contains("took too long"));
            hanging.complete(new InetAddress[0]);
        }
    }

    @Test
    void breaksOffWhenItsThreadIsInterrupted() throws Exception {
        try (var receiver = Receiver.silent();
                var sender = new HttpMessageSender(
                        LOCAL,
                        () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        InetAddress::getAllByName,
                        timers,
                        InstantSource.system(),
                        Duration.ofMinutes(5))) {
            Thread attempt =
                    Thread.ofVirtual().start(() -> sender.send(message("http://127.0.0.1:" + receiver.port() + "/")));
            await().until(() -> !receiver.requests().isEmpty());

            attempt.interrupt();

            assertThat(attempt.join(Duration.ofSeconds(30))).isTrue();
        }
    }

    @Test
    void speaksTlsToWhomItTrusts() throws Exception {
        var pki = TestTls.of("localhost");
        try (var receiver = Receiver.answering(pki.serverSockets(), "HTTP/1.1 200 OK\r\n\r\n");
                var trusting = new HttpMessageSender(LOCAL, pki::clientSockets, timers, InstantSource.system());
                var distrusting = sender(LOCAL)) {
            OutgoingMessage message = message("https://localhost:" + receiver.port() + "/");

            assertThat(trusting.send(message)).isEqualTo(new Delivered());
            assertThat(distrusting.send(message)).isInstanceOf(Failed.class);
            assertThat(receiver.requests().stream().filter(request -> request.startsWith("POST")))
                    .hasSize(1);
        }
    }

    @Test
    void refusesACertificateOfAnotherHost() throws Exception {
        var pki = TestTls.of("other.example");
        try (var receiver = Receiver.answering(pki.serverSockets(), "HTTP/1.1 200 OK\r\n\r\n");
                var sender = new HttpMessageSender(LOCAL, pki::clientSockets, timers, InstantSource.system())) {
            assertThat(sender.send(message("https://localhost:" + receiver.port() + "/")))
                    .isInstanceOf(Failed.class);
            assertThat(receiver.requests().stream().filter(request -> request.startsWith("POST")))
                    .isEmpty();
        }
    }

    private static void drip(Socket socket, AtomicInteger drops) {
        try {
            socket.getOutputStream().write("H".getBytes(StandardCharsets.US_ASCII));
            drops.incrementAndGet();
        } catch (IOException closed) {
            drops.addAndGet(0);
        }
    }

    private HttpMessageSender sender(Destinations destinations) {
        return sender(destinations, InetAddress::getAllByName);
    }

    private HttpMessageSender sender(Destinations destinations, Resolver.Lookup lookup) {
        return new HttpMessageSender(
                destinations,
                () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
                lookup,
                timers,
                InstantSource.system(),
                DEADLINE);
    }

    private static OutgoingMessage message(String url) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-amz-sns-message-type", "Notification");
        return new OutgoingMessage(new Endpoint(URI.create(url)), headers, "täxt\n");
    }
}
