// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.load.LoadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What the server's resident memory grows by for each connection that does nothing but hold one QoS 1 subscription,
 * without TLS and with mutual TLS. A few connections come and go before, so that code and buffers which every server
 * has sooner or later are not counted. Each kind has a server of its own.
 */
final class MqttIdleBench implements Benchmark {
    private static final int PLAIN = 10_000;
    private static final int SECURE = 5_000;
    private static final int BEFORE = 500;
    private static final int CERTIFICATES = 50;

    /** How long memory is left to settle before it is read. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "mqtt-idle";
    }

    @Override
    public String purpose() {
        return "resident memory per idle MQTT connection, plain and with mutual TLS";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        Path folder = Files.createTempDirectory("fleetward-bench-");
        try {
            MqttDevices devices = MqttDevices.create(folder, CERTIFICATES, false);
            double plain = growth(context, devices, false);
            double secure = growth(context, devices, true);
            return new Result().put("kb_per_connection", plain).put("kb_per_tls_connection", secure);
        } finally {
            ThrowAway.delete(folder);
        }
    }

    private static double growth(BenchContext context, MqttDevices devices, boolean isSecure) throws Exception {
        try (MqttBroker broker = MqttFleetward.start(context, List.of(devices))) {
            LoadOptions load = isSecure
                    ? LoadOptions.of(MqttBench.HOST, broker.tlsPort()).withTls(devices.tls(broker.caFile()))
                    : LoadOptions.of(MqttBench.HOST, broker.plainPort());
            residentKib(broker, load.withFleet(0, BEFORE));
            Thread.sleep(IDLE);
            long before = ProcessStat.residentKib(broker.pid());
            int connections = isSecure ? SECURE : PLAIN;
            long after = residentKib(broker, load.withFleet(0, connections));
            double each = (after - before) / (double) connections;
            context.say("%d connections %s: from %d to %d KiB resident, %.1f each"
                    .formatted(connections, isSecure ? "with mutual TLS" : "without TLS", before, after, each));
            return each;
        }
    }

    /** What the broker holds while the clients are connected and idle. */
    private static long residentKib(MqttBroker broker, LoadOptions load) throws Exception {
        try (MqttGenerator clients = MqttGenerator.start(load.withQos(1))) {
            Thread.sleep(IDLE);
            if (clients.count().lost() > 0) {
                throw new IllegalStateException("connections were lost");
            }
            return ProcessStat.residentKib(broker.pid());
        }
    }
}
