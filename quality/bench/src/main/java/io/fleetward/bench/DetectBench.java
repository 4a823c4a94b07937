// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlDatabase;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.StoreLocation;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Detect from the broker's facts to judged behaviors: inbox, shards, windows, alarms, metric values and snapshots,
 * with its stores. Every device sends and receives one message between two snapshots, so that each snapshot is of
 * all of them.
 *
 * <p>Evaluations are those that the runtime counts, against the CPU time of the whole process: feeding facts, storing
 * and collecting garbage are paid for.
 */
final class DetectBench implements Benchmark {
    private static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");
    private static final int DEVICES = 20_000;
    private static final int BEHAVIORS = DetectFleet.behaviors().size();
    private static final Duration ROUND = Duration.ofSeconds(5);

    /** Metric periods of five minutes, two of them to warm up. */
    private static final int WARM_UP_ROUNDS = 30;

    private static final int ROUNDS = 60;

    @Override
    public String name() {
        return "detect";
    }

    @Override
    public String purpose() {
        return "behaviors judged per second of CPU, heap per device and behavior; 10 behaviors on each of 20,000 devices";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        Path folder = Files.createTempDirectory("fleetward-bench-");
        var location = new StoreLocation.SqliteFolder(folder);
        try (var state = SqlDatabase.open(location, StoreDatabase.FLEETWARD);
                var metrics = SqlDatabase.open(location, StoreDatabase.METRICS);
                var stand = new DetectStand(state, metrics)) {
            var fleet = new DetectFleet(SCOPE, DEVICES);
            stand.watch(SCOPE, DetectFleet.behaviors());
            long before = usedHeap();
            for (int round = 0; round < WARM_UP_ROUNDS; round++) {
                stand.play(fleet, ROUND);
            }
            double bytes = (usedHeap() - before) / (double) (DEVICES * BEHAVIORS);
            double rate = evaluationsPerSecondOfCpu(context, stand, fleet);
            return new Result().put("evaluations_per_second_per_core", rate).put("bytes_per_device_behavior", bytes);
        } finally {
            ThrowAway.delete(folder);
        }
    }

    private static double evaluationsPerSecondOfCpu(BenchContext context, DetectStand stand, DetectFleet fleet)
            throws Exception {
        long pid = ProcessHandle.current().pid();
        long evaluations = stand.counters().evaluations();
        Duration cpu = ProcessStat.cpu(pid);
        for (int round = 0; round < ROUNDS; round++) {
            stand.play(fleet, ROUND);
        }
        long done = stand.counters().evaluations() - evaluations;
        double seconds = ProcessStat.cpu(pid).minus(cpu).toMillis() / 1000.0;
        context.say("%d behaviors judged on %d devices in %.1f s of CPU; %d alarms, %d failures, %d values lost"
                .formatted(
                        done,
                        DEVICES,
                        seconds,
                        stand.counters().events(),
                        stand.counters().failures(),
                        stand.counters().samplesLost()));
        return done / seconds;
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
