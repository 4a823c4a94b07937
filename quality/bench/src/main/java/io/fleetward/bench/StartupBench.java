// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.demo.ServerProcess;
import java.time.Duration;
import java.util.stream.IntStream;

/** From starting the process on an empty store to its ready line, and what it then holds in memory. */
final class StartupBench implements Benchmark {
    private static final int ROUNDS = 5;

    /** How long the server is left alone before its memory is read. */
    private static final Duration IDLE = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "startup";
    }

    @Override
    public String purpose() {
        return "empty store to ready; idle resident memory";
    }

    @Override
    public Result run(BenchContext context) throws Exception {
        double[] ready = new double[ROUNDS];
        double[] resident = new double[ROUNDS];
        for (int round : IntStream.range(0, ROUNDS).toArray()) {
            try (var server = ThrowAway.server(context, Duration.ofMinutes(5))) {
                ServerProcess process = server.process();
                ready[round] = process.startUp().toMillis();
                Thread.sleep(IDLE);
                resident[round] = ProcessStat.residentKib(process.pid()) / 1024.0;
                context.say("round %d: ready in %.0f ms, %.0f MB resident after %d s idle"
                        .formatted(round + 1, ready[round], resident[round], IDLE.toSeconds()));
            }
        }
        return new Result().put("ready_ms", Percentiles.of(ready, 50)).put("rss_mb", Percentiles.of(resident, 50));
    }
}
