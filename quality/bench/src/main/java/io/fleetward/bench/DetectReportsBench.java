// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.store.SqlDatabase;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A million devices that report every five minutes: from the payload of each message to judged behaviors, kept values
 * and snapshots, with the stores. A fleet keeps up if a period of it takes less than five minutes.
 */
final class DetectReportsBench implements Benchmark {
    private static final int DEVICES = 1_000_000;

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
            stand.watch(ReportingPeriod.SCOPE, ReportingFleet.behaviors());
            ReportingPeriod.run(context, stand, fleet, 1);
            return ReportingPeriod.run(context, stand, fleet, 2).result();
        } finally {
            ThrowAway.delete(folder);
        }
    }
}
