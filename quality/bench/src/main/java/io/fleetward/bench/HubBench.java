// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.HubSearches.Search;
import io.fleetward.testkit.postgres.PostgresServer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The hub of a server with a million findings of 2 KB, on SQLite and on PostgreSQL: batches of a hundred by four callers
 * at a time while ten automation rules and a rule of the event bus are on, then the searches of people and programs, a
 * page of a hundred each, insights, and an export of everything.
 */
final class HubBench implements Benchmark {
    private static final int FINDINGS = 1_000_000;
    private static final int BATCH = 100;
    private static final int CALLERS = 4;
    private static final int SEARCHES = 50;
    private static final int ANSWERS = 5;

    /** PostgreSQL waits for its disk, as it comes, and has as much memory for pages as its manual begins with. */
    private static final List<String> POSTGRES =
            List.of("shared_buffers=1GB", "max_connections=100", "max_wal_size=4GB");

    @Override
    public String name() {
        return "hub";
    }

    @Override
    public String purpose() {
        return "import of 1,000,000 findings, typical filters and insights over them, export"
                + " [--findings N] [--database sqlite|postgres|both]";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        int count = Integer.parseInt(context.option("--findings", Integer.toString(FINDINGS)));
        String database = context.option("--database", "both").toLowerCase(Locale.ROOT);
        var result = new Result();
        switch (database) {
            case "sqlite" -> onSqlite(context, count, result);
            case "postgres" -> onPostgres(context, count, result);
            case "both" -> {
                onSqlite(context, count, result);
                onPostgres(context, count, result);
            }
            default -> throw new BadUsage("--database: sqlite, postgres or both, not " + database);
        }
        return result;
    }

    private static void onSqlite(BenchContext context, int count, Result result) throws Exception {
        context.say("SQLite");
        measure(context, count, result, "");
    }

    private static void onPostgres(BenchContext context, int count, Result result) throws Exception {
        context.say("PostgreSQL");
        PostgresServer postgres = PostgresServer.start(POSTGRES);
        postgres.administer("CREATE DATABASE bench");
        String url =
                postgres.url("bench").replaceFirst("//", "//" + PostgresServer.USER + ":" + PostgresServer.USER + "@");
        measure(context, count, result, "postgres_", "--database", url);
    }

    private static void measure(BenchContext context, int count, Result result, String prefix, String... options)
            throws Exception {
        try (var scene = HubScene.open(context, options)) {
            scene.tellTheLog();
            var findings = new HubFindings(scene.scope(), count, Instant.now());
            result.put(prefix + "import_per_second", importAll(context, scene, findings, count))
                    .put(prefix + "filter_p95_ms", searchAll(context, scene, findings))
                    .put(prefix + "insight_p95_ms", answerAll(context, scene))
                    .put(prefix + "export_per_second", exportAll(context, scene, count));
        }
    }

    private static double exportAll(BenchContext context, HubScene scene, int count) {
        long begin = System.nanoTime();
        int exported = scene.export("OCSF");
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (exported != count) {
            throw new IllegalStateException(exported + " findings exported of " + count);
        }
        context.say("%d findings exported in %.0f s".formatted(count, seconds));
        return count / seconds;
    }

    private static double importAll(BenchContext context, HubScene scene, HubFindings findings, int count)
            throws Exception {
        var next = new AtomicInteger();
        Duration cpu = ProcessStat.cpu(scene.pid());
        long begin = System.nanoTime();
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                ends.add(callers.submit(() -> importShare(scene, findings, next, count)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpuMicros = ProcessStat.cpu(scene.pid()).minus(cpu).toNanos() / 1e3 / count;
        context.say("%d findings of %d bytes imported in %.0f s, %.0f us of the server's CPU each"
                .formatted(count, findings.finding(0).toString().length(), seconds, cpuMicros));
        return count / seconds;
    }

    private static void importShare(HubScene scene, HubFindings findings, AtomicInteger next, int count) {
        for (int from = next.getAndAdd(BATCH); from < count; from = next.getAndAdd(BATCH)) {
            scene.importBatch(findings, from, Math.min(BATCH, count - from));
        }
    }

    private static double answerAll(BenchContext context, HubScene scene) {
        var all = new ArrayList<Double>();
        Map<String, String> insights = HubInsights.of(scene);
        insights.forEach((name, arn) -> {
            double[] millis = new double[ANSWERS];
            int groups = 0;
            for (int turn = 0; turn < ANSWERS; turn++) {
                long begin = System.nanoTime();
                groups = scene.groups(arn);
                millis[turn] = (System.nanoTime() - begin) / 1e6;
                all.add(millis[turn]);
            }
            say(context, name, millis, groups + " groups");
        });
        return percentile95(all);
    }

    private static double searchAll(BenchContext context, HubScene scene, HubFindings findings) {
        var all = new ArrayList<Double>();
        new HubSearches(findings, new Random(1)).kinds().forEach((name, kind) -> {
            double[] millis = new double[SEARCHES];
            int found = 0;
            for (int turn = 0; turn < SEARCHES; turn++) {
                Search search = kind.get();
                long begin = System.nanoTime();
                found += scene.find(search);
                millis[turn] = (System.nanoTime() - begin) / 1e6;
                all.add(millis[turn]);
            }
            say(context, name, millis, found / SEARCHES + " found");
        });
        return percentile95(all);
    }

    private static void say(BenchContext context, String name, double[] millis, String what) {
        context.say("%-32s p50 %7.2f ms, p95 %7.2f ms, %s"
                .formatted(name, Percentiles.of(millis, 50), Percentiles.of(millis, 95), what));
    }

    private static double percentile95(List<Double> millis) {
        return Percentiles.of(millis.stream().mapToDouble(Double::doubleValue).toArray(), 95);
    }
}
