// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.kernel.AccountRegion;
import java.time.Duration;

/**
 * Lets every device of a fleet report once, spread over a metric period of five minutes of virtual time, and tells what
 * that took. Detect has judged and stored all of it.
 *
 * @param seconds of real time
 * @param cpuSeconds of the whole process
 * @param heapMb the most heap that was used, garbage included
 * @param evaluations how many behaviors were judged
 */
record ReportingPeriod(double seconds, double cpuSeconds, double heapMb, long evaluations) {
    static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");
    private static final Duration STEP = Duration.ofSeconds(5);
    private static final int STEPS = 60;

    static ReportingPeriod run(BenchContext context, DetectStand stand, Reporting fleet, int round) throws Exception {
        try (var heap = new HeapWatch()) {
            long evaluations = stand.counters().evaluations();
            Duration cpu = ProcessStat.cpu(ProcessHandle.current().pid());
            long start = System.nanoTime();
            int share = fleet.size() / STEPS;
            for (int step = 0; step < STEPS; step++) {
                int from = step * share;
                int to = step == STEPS - 1 ? fleet.size() : from + share;
                stand.report(SCOPE, fleet, round, new DetectStand.Part(from, to, STEP));
            }
            stand.settle();
            double seconds = (System.nanoTime() - start) / 1e9;
            Duration spent = ProcessStat.cpu(ProcessHandle.current().pid()).minus(cpu);
            var period = new ReportingPeriod(
                    seconds,
                    spent.toMillis() / 1000.0,
                    heap.mostMb(),
                    stand.counters().evaluations() - evaluations);
            context.say("period %d took %.1f s; %d behaviors judged; %d alarms, %d failures, %d values lost"
                    .formatted(
                            round,
                            seconds,
                            period.evaluations(),
                            stand.counters().events(),
                            stand.counters().failures(),
                            stand.counters().samplesLost()));
            return period;
        }
    }

    /** What every such benchmark prints. */
    Result result() {
        return new Result()
                .put("seconds_per_period", seconds)
                .put("cpu_seconds_per_period", cpuSeconds)
                .put("heap_mb", heapMb);
    }
}
