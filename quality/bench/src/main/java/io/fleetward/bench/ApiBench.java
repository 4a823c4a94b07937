// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.AwsClients;
import io.fleetward.demo.Environment;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * GetPolicy over kept-alive connections, every request signed and verified.
 *
 * <p>The signature is made once: the load generator shares the machine's cores and must not measure the client's
 * signing. The server verifies each request all the same. Figures are medians of several spans.
 */
final class ApiBench implements Benchmark {
    private static final int CONNECTIONS = 16;
    private static final String POLICY = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iot:Connect",\
            "Resource":"arn:aws:iot:*:*:client/bench"}]}""";

    /** Enough for the server's compilers to have finished, unless it takes longer than anybody waits. */
    private static final int WARM_UP_REQUESTS = 200_000;

    private static final Duration LONGEST_WARM_UP = Duration.ofSeconds(60);
    private static final Duration SPAN = Duration.ofSeconds(4);
    private static final int SPANS = 5;

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
            aws.iot().createPolicy(r -> r.policyName("Bench").policyDocument(POLICY));
            Environment environment = server.process().environment();
            byte[] request = SignedRequest.get(environment, "/policies/Bench");
            drive(environment, request, WARM_UP_REQUESTS, LONGEST_WARM_UP);
            double[] rates = new double[SPANS];
            double[] micros = new double[SPANS];
            for (int span = 0; span < SPANS; span++) {
                Duration before = ProcessStat.cpu(server.process().pid());
                long requests = drive(environment, request, Long.MAX_VALUE, SPAN);
                Duration used = ProcessStat.cpu(server.process().pid()).minus(before);
                rates[span] = requests / (double) SPAN.toSeconds();
                micros[span] = used.toNanos() / 1000.0 / requests;
                context.say("%d connections: %.0f requests per second, %.0f us of CPU each"
                        .formatted(CONNECTIONS, rates[span], micros[span]));
            }
            return new Result()
                    .put("requests_per_second", Percentiles.of(rates, 50))
                    .put("cpu_us_per_request", Percentiles.of(micros, 50));
        }
    }

    /** Sends so many requests, or for so long, whichever is over first; answers how many were answered. */
    private static long drive(Environment environment, byte[] request, long most, Duration longest)
            throws InterruptedException {
        var done = new LongAdder();
        long end = System.nanoTime() + longest.toNanos();
        List<Thread> clients = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(Thread.ofPlatform().start(() -> client(environment, request, most / CONNECTIONS, end, done)));
        }
        for (Thread client : clients) {
            client.join();
        }
        return done.sum();
    }

    private static void client(Environment environment, byte[] request, long most, long end, LongAdder done) {
        try (var socket = new Socket(
                environment.endpoint().getHost(), environment.endpoint().getPort())) {
            socket.setTcpNoDelay(true);
            var answers = new HttpAnswers(socket.getInputStream());
            for (long sent = 0; sent < most && System.nanoTime() < end; sent++) {
                socket.getOutputStream().write(request);
                answers.expectOk();
                done.increment();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
