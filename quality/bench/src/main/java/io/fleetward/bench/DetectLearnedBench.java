// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.detect.learned.StandardModels;
import io.fleetward.store.SqlDatabase;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A million numbers that devices report every five minutes, each judged by a learned model: from the payload of each
 * message to judged behaviors, kept values and snapshots of what is known of each device, with the stores. Models keep
 * up if a period takes less than five minutes.
 */
final class DetectLearnedBench implements Benchmark {
    private static final int DEVICES = 1_000_000 / LearnedFleet.numbers();

    @Override
    public String name() {
        return "detect-learned";
    }

    @Override
    public String purpose() {
        return "1,000,000 numbers that devices report every five minutes, judged by models: time for one period";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        Path folder = Files.createTempDirectory("fleetward-bench-");
        var location = new StoreLocation.SqliteFolder(folder);
        try (var state = SqlDatabase.open(location, StoreDatabase.FLEETWARD);
                var metrics = SqlDatabase.open(location, StoreDatabase.METRICS);
                var stand = new DetectStand(state, metrics)) {
            var fleet = new LearnedFleet(DEVICES);
            fleet.putModels(ReportingPeriod.SCOPE, new StandardModels(), stand);
            stand.watch(ReportingPeriod.SCOPE, LearnedFleet.behaviors());
            ReportingPeriod.run(context, stand, fleet, 1);
            ReportingPeriod period = ReportingPeriod.run(context, stand, fleet, 2);
            return period.result()
                    .put("judged_by_models", (double) period.evaluations())
                    .put("us_cpu_per_number", period.cpuSeconds() * 1e6 / period.evaluations());
        } finally {
            ThrowAway.delete(folder);
        }
    }
}
