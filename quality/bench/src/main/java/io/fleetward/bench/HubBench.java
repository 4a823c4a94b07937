// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.HubSearches.Search;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.store.SqlDatabase;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.StoreLocation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The hub with a million findings on SQLite: batches of a hundred by four callers at a time, then the searches of people
 * and programs, a page of a hundred each, and insights.
 */
final class HubBench implements Benchmark {
    private static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");
    private static final int FINDINGS = 1_000_000;
    private static final int BATCH = 100;
    private static final int CALLERS = 4;
    private static final int SEARCHES = 50;
    private static final int ANSWERS = 5;

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public String purpose() {
        return "import of 1,000,000 findings, typical filters and insights over them [--findings N]";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        int count = Integer.parseInt(context.option("--findings", Integer.toString(FINDINGS)));
        Path folder = Files.createTempDirectory("fleetward-bench-");
        try (var database = SqlDatabase.open(new StoreLocation.SqliteFolder(folder), StoreDatabase.FLEETWARD)) {
            var stand = new HubStand(database, SCOPE);
            var findings = new HubFindings(SCOPE, count, Instant.now());
            double rate = importAll(context, stand, findings, count);
            return new Result()
                    .put("import_per_second", rate)
                    .put("filter_p95_ms", searchAll(context, stand, findings))
                    .put("insight_p95_ms", answerAll(context, stand));
        } finally {
            ThrowAway.delete(folder);
        }
    }

    private static double importAll(BenchContext context, HubStand stand, HubFindings findings, int count)
            throws Exception {
        var next = new AtomicInteger();
        long pid = ProcessHandle.current().pid();
        Duration cpu = ProcessStat.cpu(pid);
        long begin = System.nanoTime();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                ends.add(callers.submit(() -> importShare(stand, findings, next, count)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuMicros = ProcessStat.cpu(pid).minus(cpu).toNanos() / 1e3 / count;
        context.say("%d findings imported in %.0f s, %.0f us of CPU each, making them included"
                .formatted(count, seconds, cpuMicros));
        return count / seconds;
    }

    private static void importShare(HubStand stand, HubFindings findings, AtomicInteger next, int count) {
        for (int from = next.getAndAdd(BATCH); from < count; from = next.getAndAdd(BATCH)) {
            stand.importBatch(findings, from);
        }
    }

    private static double answerAll(BenchContext context, HubStand stand) {
        var all = new ArrayList<Double>();
        HubInsights.of(stand).forEach((name, arn) -> {
            double[] millis = new double[ANSWERS];
            int groups = 0;
            for (int turn = 0; turn < ANSWERS; turn++) {
                long begin = System.nanoTime();
                groups = stand.results(arn).groups().size();
                millis[turn] = (System.nanoTime() - begin) / 1e6;
                all.add(millis[turn]);
            }
            context.say("%-32s p50 %7.2f ms, p95 %7.2f ms, %3d groups"
                    .formatted(name, Percentiles.of(millis, 50), Percentiles.of(millis, 95), groups));
        });
        return Percentiles.of(all.stream().mapToDouble(Double::doubleValue).toArray(), 95);
    }

    private static double searchAll(BenchContext context, HubStand stand, HubFindings findings) {
        var all = new ArrayList<Double>();
        new HubSearches(findings, new Random(1)).kinds().forEach((name, kind) -> {
            double[] millis = new double[SEARCHES];
            int found = 0;
            for (int turn = 0; turn < SEARCHES; turn++) {
                Search search = kind.get();
                long begin = System.nanoTime();
                found += stand.find(search).items().size();
                millis[turn] = (System.nanoTime() - begin) / 1e6;
                all.add(millis[turn]);
            }
            context.say("%-32s p50 %7.2f ms, p95 %7.2f ms, %3d found"
                    .formatted(name, Percentiles.of(millis, 50), Percentiles.of(millis, 95), found / SEARCHES));
        });
        return Percentiles.of(all.stream().mapToDouble(Double::doubleValue).toArray(), 95);
    }
}
