// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * GetPolicy over kept-alive connections, every request signed and verified.
 *
 * <p>The signature is made once: the load generator shares the machine's cores and must not measure the client's
 * signing. The server verifies each request all the same.
 */
final class ApiBench implements Benchmark {
    private static final int CONNECTIONS = 16;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASURED = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "api";
    }

    @Override
    public String purpose() {
        return "signed GetPolicy requests per second, CPU per request";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        try (var server = ThrowAway.server(context, Duration.ofMinutes(5));
                var aws = new AwsClients(server.process().environment())) {
            aws.iot()
                    .createPolicy(r -> r.policyName("Bench")
                            .policyDocument(
                                    "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"iot:Connect\","
                                            + "\"Resource\":\"arn:aws:iot:*:*:client/bench\"}]}"));
            Environment environment = server.process().environment();
            byte[] request = SignedRequest.get(environment, "/policies/Bench");
            drive(environment, request, WARM_UP);
            Duration before = ProcessStat.cpu(server.process().pid());
            long requests = drive(environment, request, MEASURED);
            Duration used = ProcessStat.cpu(server.process().pid()).minus(before);
            context.say(
                    "%d requests in %d s over %d connections".formatted(requests, MEASURED.toSeconds(), CONNECTIONS));
            return new Result()
                    .put("requests_per_second", requests / (double) MEASURED.toSeconds())
                    .put("cpu_us_per_request", used.toNanos() / 1000.0 / requests);
        }
    }

    private static long drive(Environment environment, byte[] request, Duration span) throws InterruptedException {
        var done = new LongAdder();
        long end = System.nanoTime() + span.toNanos();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(Thread.ofPlatform().start(() -> client(environment, request, end, done)));
        }
        for (Thread client : clients) {
            client.join();
        }
        return done.sum();
    }

    private static void client(Environment environment, byte[] request, long end, LongAdder done) {
        try (Socket socket = new Socket(
                environment.endpoint().getHost(), environment.endpoint().getPort())) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[8192];
            while (System.nanoTime() < end) {
                out.write(request);
                readAnswer(in, buffer);
                done.increment();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads one answer that fits the buffer: head, then as many bytes as its content-length says. */
    private static void readAnswer(InputStream in, byte[] buffer) throws IOException {
        int read = 0;
        while (true) {
            int more = in.read(buffer, read, buffer.length - read);
            if (more < 0) {
                throw new IOException("connection closed by the server");
            }
            read += more;
            String text = new String(buffer, 0, read, StandardCharsets.ISO_8859_1);
            int body = text.indexOf("\r\n\r\n");
            if (body >= 0 && read >= body + 4 + contentLength(text)) {
                if (!text.startsWith("HTTP/1.1 200 ")) {
                    throw new IOException(text);
                }
                return;
            }
        }
    }

    private static int contentLength(String head) {
        int at = head.toLowerCase(java.util.Locale.ROOT).indexOf("content-length:");
        int end = head.indexOf('\r', at);
        return Integer.parseInt(
                head.substring(at + "content-length:".length(), end).trim());
    }
}
