// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlDatabase;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A million devices that report every five minutes: from the payload of each message to judged behaviors, kept values
 * and snapshots, with the stores. A fleet keeps up if a period of it takes less than five minutes.
 */
final class DetectReportsBench implements Benchmark {
    private static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");
    private static final int DEVICES = 1_000_000;
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int STEPS = 60;

    @Override
    public String name() {
        return "detect-reports";
    }

    @Override
    public String purpose() {
        return "1,000,000 devices that report every five minutes, 10 behaviors on each: time for one period";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        Path folder = Files.createTempDirectory("fleetward-bench-");
        var location = new StoreLocation.SqliteFolder(folder);
        try (var state = SqlDatabase.open(location, StoreDatabase.FLEETWARD);
                var metrics = SqlDatabase.open(location, StoreDatabase.METRICS);
                var stand = new DetectStand(state, metrics)) {
            var fleet = new ReportingFleet(DEVICES);
            stand.watch(SCOPE, ReportingFleet.behaviors());
            period(context, stand, fleet, 1);
            try (var heap = new HeapWatch()) {
                long evaluations = stand.counters().evaluations();
                Duration cpu = ProcessStat.cpu(ProcessHandle.current().pid());
                double seconds = period(context, stand, fleet, 2);
                double cpuSeconds = ProcessStat.cpu(ProcessHandle.current().pid())
                                .minus(cpu)
                                .toMillis()
                        / 1000.0;
                double heapMb = heap.mostMb();
                context.say("%d behaviors judged; %d alarms, %d failures, %d values lost"
                        .formatted(
                                stand.counters().evaluations() - evaluations,
                                stand.counters().events(),
                                stand.counters().failures(),
                                stand.counters().samplesLost()));
                return new Result()
                        .put("seconds_per_period", seconds)
                        .put("cpu_seconds_per_period", cpuSeconds)
                        .put("heap_mb", heapMb);
            }
        } finally {
            ThrowAway.delete(folder);
        }
    }

    private static double period(BenchContext context, DetectStand stand, ReportingFleet fleet, int round)
            throws Exception {
        long start = System.nanoTime();
        int share = fleet.size() / STEPS;
        for (int step = 0; step < STEPS; step++) {
            int from = step * share;
            int to = step == STEPS - 1 ? fleet.size() : from + share;
            stand.report(SCOPE, fleet, round, new DetectStand.Part(from, to, STEP));
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        context.say("period %d took %.1f s".formatted(round, seconds));
        return seconds;
    }
}
