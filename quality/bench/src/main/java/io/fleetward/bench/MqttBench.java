// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.load.LoadOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * CPU time of the broker's process per delivery, ours over a peer's, in the shape of device traffic: 900 publishers
 * that each have one message under way, so that every message arrives in a read of its own, and 10 subscribers.
 *
 * <p>Options: {@code --rounds N}; {@code --only WORKLOAD} for one of the keys of the result without {@code _ratio}.
 */
final class MqttBench implements Benchmark {
    private static final int PUBLISHERS = 900;
    private static final int SUBSCRIBERS = 10;
    private static final int BATCH_PUBLISHERS = 50;
    private static final int BATCH_WINDOW = 20;
    private static final int RSA_DEVICES = 16;
    static final String HOST = "127.0.0.1";

    @Override
    public String name() {
        return "mqtt";
    }

    @Override
    public String purpose() {
        return "broker CPU per delivery and per mutual TLS connect, over a peer's (--vs mosquitto)";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        String peer = context.option("--vs", "mosquitto");
        if (!peer.equals("mosquitto")) {
            throw new BadUsage("--vs " + peer + ": the only peer is mosquitto");
        }
        Path folder = Files.createTempDirectory("fleetward-bench-");
        try {
            context.say("making and registering devices");
            MqttDevices devices = MqttDevices.create(folder.resolve("ec"), PUBLISHERS + SUBSCRIBERS, false);
            MqttDevices rsaDevices = MqttDevices.create(folder.resolve("rsa"), RSA_DEVICES, true);
            try (MqttBroker ours = MqttFleetward.start(context, List.of(devices, rsaDevices));
                    MqttBroker theirs = MqttMosquitto.start(folder, devices, rsaDevices)) {
                var stand = new Stand(context, ours, theirs);
                stand.messages("qos0", broker -> oneByOne(plain(broker), 0));
                stand.messages("qos1", broker -> oneByOne(plain(broker), 1));
                stand.messages("qos0_batched", broker -> batched(plain(broker), 0));
                stand.messages("qos1_batched", broker -> batched(plain(broker), 1));
                stand.messages("qos0_tls", broker -> oneByOne(secure(broker, devices), 0));
                stand.messages("qos1_tls", broker -> oneByOne(secure(broker, devices), 1));
                stand.messages("mtls_connect", broker -> secure(broker, devices).churning(PUBLISHERS));
                stand.messages(
                        "mtls_connect_rsa", broker -> secure(broker, rsaDevices).churning(RSA_DEVICES));
                return stand.result;
            }
        } finally {
            ThrowAway.delete(folder);
        }
    }

    private static LoadOptions plain(MqttBroker broker) {
        return LoadOptions.of(HOST, broker.plainPort());
    }

    private static LoadOptions secure(MqttBroker broker, MqttDevices devices) {
        int port = devices.isRsa() ? broker.rsaPort() : broker.tlsPort();
        return LoadOptions.of(HOST, port).withTls(devices.tls(broker.caFile()));
    }

    private static LoadOptions oneByOne(LoadOptions options, int qos) {
        return options.withFleet(PUBLISHERS, SUBSCRIBERS).withQos(qos);
    }

    /** For information: what is left when system calls hardly count. */
    private static LoadOptions batched(LoadOptions options, int qos) {
        return options.withFleet(BATCH_PUBLISHERS, SUBSCRIBERS).withQos(qos).withWindow(BATCH_WINDOW);
    }

    /** What a broker is loaded with. */
    private interface Workload {
        LoadOptions on(MqttBroker broker);
    }

    /** Both brokers, and the figures so far. */
    private static final class Stand {
        private final BenchContext context;
        private final MqttBroker ours;
        private final MqttBroker theirs;
        private final MqttDuel duel;
        private final Result result = new Result();

        Stand(BenchContext context, MqttBroker ours, MqttBroker theirs) {
            this.context = context;
            this.ours = ours;
            this.theirs = theirs;
            duel = new MqttDuel(context, Integer.parseInt(context.option("--rounds", "5")));
        }

        void messages(String name, Workload workload) throws Exception {
            if (!context.option("--only", name).equals(name)) {
                return;
            }
            try (MqttSide mine = MqttSide.start(ours, workload.on(ours));
                    MqttSide his = MqttSide.start(theirs, workload.on(theirs))) {
                result.put(name + "_ratio", duel.ratio(name, mine, his));
            }
        }
    }
}
