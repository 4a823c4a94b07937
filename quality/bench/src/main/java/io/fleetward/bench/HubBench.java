// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.bench.HubSearches.Search;
import io.fleetward.testkit.postgres.PostgresServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The hub of a server with a million findings of 2 KB, on SQLite and on PostgreSQL: batches of a hundred by four callers
 * at a time while ten automation rules and a rule of the event bus are on, then the searches of people and programs, a
 * page of a hundred each, insights, and an export of the latest.
 */
final class HubBench implements Benchmark {
    private static final int FINDINGS = 1_000_000;
    private static final int BATCH = 100;
    private static final int CALLERS = 4;
    private static final int PARTS = 10;
    private static final int SEARCHES = 50;
    private static final int ANSWERS = 5;
    private static final int EXPORTED = 200_000;

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
        measure(context, count, result, "", null);
    }

    private static void onPostgres(BenchContext context, int count, Result result) throws Exception {
        context.say("PostgreSQL");
        PostgresServer postgres = PostgresServer.start(POSTGRES);
        postgres.administer("CREATE DATABASE bench");
        String url =
                postgres.url("bench").replaceFirst("//", "//" + PostgresServer.USER + ":" + PostgresServer.USER + "@");
        measure(context, count, result, "postgres_", postgres.pid(), "--database", url);
    }

    /** @param database the process of the database, if it has one of its own */
    private static void measure(
            BenchContext context, int count, Result result, String prefix, @Nullable Long database, String... options)
            throws Exception {
        try (var scene = HubScene.open(context, options)) {
            scene.tellTheLog();
            var findings = new HubFindings(scene.scope(), count, Instant.now());
            result.put(prefix + "import_per_second", importAll(context, scene, findings, database))
                    .put(prefix + "filter_p95_ms", searchAll(context, scene, findings))
                    .put(prefix + "insight_p95_ms", answerAll(context, scene))
                    .put(prefix + "export_per_second", exportAll(context, scene, count));
        }
    }

    private static double exportAll(BenchContext context, HubScene scene, int count) {
        int wanted = Math.min(count, EXPORTED);
        long begin = System.nanoTime();
        int exported = scene.export("OCSF", wanted);
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (exported < wanted) {
            throw new IllegalStateException(exported + " findings exported of " + wanted);
        }
        context.say("%d findings exported in %.0f s".formatted(exported, seconds));
        return exported / seconds;
    }

    /** Imports the findings, and says what that cost, a database process too if there is one; answers how many a second. */
    static double importAll(BenchContext context, HubScene scene, HubFindings findings, @Nullable Long database)
            throws Exception {
        int count = findings.count();
        var progress = new Progress(count);
        Spent before = Spent.until(scene.pid(), database);
        try (var callers = Executors.newFixedThreadPool(CALLERS)) {
            List<Future<?>> ends = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                ends.add(callers.submit(() -> importShare(scene, findings, progress)));
            }
            for (Future<?> end : ends) {
                end.get();
            }
        }
        context.say("%d findings of %d bytes imported in %.0f s, %.0f a second in the slowest tenth"
                .formatted(
                        count, findings.finding(0).toString().length(), progress.seconds(), progress.slowest(PARTS)));
        context.say(Spent.until(scene.pid(), database).minus(before).text(count));
        return count / progress.seconds();
    }

    private static void importShare(HubScene scene, HubFindings findings, Progress progress) {
        for (int from = progress.next(BATCH); from < findings.count(); from = progress.next(BATCH)) {
            int size = Math.min(BATCH, findings.count() - from);
            scene.importBatch(findings, from, size);
            progress.done(size);
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
