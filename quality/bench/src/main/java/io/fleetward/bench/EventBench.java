// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Findings that are imported, {@value #PER_SECOND} a second, until a webhook has the event of each; a second rule sends
 * the same events to a server that is down.
 */
final class EventBench implements Benchmark {
    private static final int PER_SECOND = 500;
    private static final int BATCH = 50;
    private static final int WARM_UP_SECONDS = 20;
    private static final int SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 10_000_000;

    private final Map<String, Long> imported = new ConcurrentHashMap<>();
    private final Map<String, Double> millis = new ConcurrentHashMap<>();

    @Override
    public String name() {
        return "events";
    }

    @Override
    public String purpose() {
        return "imported finding to event at a webhook, at 500 a second while another target is down";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        ExecutorService answering = Executors.newFixedThreadPool(4);
        HttpServer webhook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        webhook.setExecutor(answering);
        webhook.createContext("/", this::receive);
        webhook.start();
        try (var scene = HubScene.open(context, "--notify-allow", "127.0.0.1")) {
            scene.tell("up", webhook.getAddress().getPort());
            scene.tell("down", closedPort());
            send(scene, 0, WARM_UP_SECONDS);
            imported.clear();
            millis.clear();
            send(scene, WARM_UP_SECONDS, SECONDS);
            context.say("%d findings, %d events received".formatted(imported.size(), millis.size()));
        } finally {
            webhook.stop(0);
            answering.shutdown();
        }
        double[] all = imported.keySet().stream().mapToDouble(millis::get).toArray();
        return new Result().put("p50_ms", Percentiles.of(all, 50)).put("p99_ms", Percentiles.of(all, 99));
    }

    /** Imports at an even pace, however long a call takes, and waits for the last event. */
    private void send(HubScene scene, int from, int seconds) throws InterruptedException {
        var findings = new HubFindings(scene.scope(), (from + seconds) * PER_SECOND, Instant.now());
        long pause = 1_000_000_000L * BATCH / PER_SECOND;
        long begin = System.nanoTime();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int batch = 0; batch < seconds * PER_SECOND / BATCH; batch++) {
                int first = from * PER_SECOND + batch * BATCH;
                sleepUntil(begin + batch * pause);
                long now = System.nanoTime();
                for (int number = first; number < first + BATCH; number++) {
                    imported.put(findings.id(number), now);
                }
                callers.execute(() -> scene.importBatch(findings, first, BATCH));
            }
        }
        long patience = System.nanoTime() + PATIENCE.toNanos();
        while (millis.size() < imported.size()) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException(
                        "of " + imported.size() + " events only " + millis.size() + " came within " + PATIENCE);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        long now = System.nanoTime();
        JsonNode event = JsonMapper.shared().readTree(exchange.getRequestBody().readAllBytes());
        String id = event.at("/detail/findings/0/Id").asString();
        Long begun = imported.get(id);
        if (begun != null) {
            millis.putIfAbsent(id, (now - begun) / 1e6);
        }
        exchange.sendResponseHeaders(200, -1);
    }

    private static void sleepUntil(long nanoTime) {
        while (System.nanoTime() < nanoTime) {
            LockSupport.parkNanos(nanoTime - System.nanoTime());
        }
    }

    /** A port at which nobody listens any more. */
    private static int closedPort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
