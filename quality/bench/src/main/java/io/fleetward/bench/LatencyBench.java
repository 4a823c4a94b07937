// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.Device;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * A violating message by MQTT until its finding is visible through GetFindings, while other devices publish {@value
 * Chatter#PER_SECOND} messages a second; a fresh device per trial.
 *
 * <p>Beside it, how long after the end of the window that clears the alarms the findings are archived.
 */
final class LatencyBench implements Benchmark {
    private static final int TRIALS = 200;
    private static final int WARM_UP = 50;
    private static final int CLEARING_DEVICES = 20;
    private static final Duration CLEARING_PERIOD = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long POLL_NANOS = 1_000_000;
    private static final String TOO_LONG = "far too long a message";
    private static final String SHORT = "short";

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String purpose() {
        return "violating message to finding visible through GetFindings, 200 trials while 2,000 messages/s flow";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        double[] millis = new double[TRIALS];
        try (var scene = DetectScene.open(context, Duration.ofMinutes(5))) {
            for (int trial = 0; trial < WARM_UP; trial++) {
                alarm(scene, "warm-up-" + trial);
            }
            try (var chatter = Chatter.in(scene)) {
                for (int trial = 0; trial < TRIALS; trial++) {
                    millis[trial] = alarm(scene, "device-" + trial);
                }
                context.say("%.0f other messages per second meanwhile".formatted(chatter.perSecond()));
            }
        }
        try (var scene = DetectScene.open(context, CLEARING_PERIOD)) {
            clear(scene, "warm-up");
            context.say("the last of %d findings was archived %d ms after the end of the clearing window"
                    .formatted(CLEARING_DEVICES, clear(scene, "device")));
        }
        return new Result().put("p50_ms", Percentiles.of(millis, 50)).put("p99_ms", Percentiles.of(millis, 99));
    }

    private static double alarm(DetectScene scene, String name) throws Exception {
        try (Device device = scene.connect(name)) {
            long begin = System.nanoTime();
            device.publish("bench/" + name, TOO_LONG);
            await("a finding on " + name, () -> scene.hasFinding(name));
            return (System.nanoTime() - begin) / 1e6;
        }
    }

    /** Milliseconds from the end of the first window of short messages until no finding is active. */
    private static long clear(DetectScene scene, String name) throws Exception {
        List<Device> devices = new ArrayList<>();
        try {
            for (int number = 0; number < CLEARING_DEVICES; number++) {
                Device device = scene.connect(name + "-" + number);
                devices.add(device);
                device.publish("bench/" + name, TOO_LONG);
                String last = name + "-" + number;
                await("a finding on " + last, () -> scene.hasFinding(last));
            }
            Thread.sleep(endOfWindow() - System.currentTimeMillis());
            for (Device device : devices) {
                device.publish("bench/" + name, SHORT);
            }
            long end = endOfWindow();
            Thread.sleep(end - System.currentTimeMillis());
            await("findings archived", () -> !scene.hasFinding(name, "ACTIVE"));
            return System.currentTimeMillis() - end;
        } finally {
            for (Device device : devices) {
                device.close();
            }
        }
    }

    private static long endOfWindow() {
        long length = CLEARING_PERIOD.toMillis();
        return (System.currentTimeMillis() / length + 1) * length;
    }

    private static void await(String what, BooleanSupplier condition) {
        long begin = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("no " + what + " within " + PATIENCE);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
