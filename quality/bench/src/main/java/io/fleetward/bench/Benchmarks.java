// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every benchmark there is. */
final class Benchmarks {
    static final List<Benchmark> ALL = List.of(
            new StartupBench(),
            new ApiBench(),
            new LatencyBench(),
            new AuditBench(),
            new ContinuousAuditBench(),
            new PolicyBench(),
            new PolicyAnalysisBench(),
            new DetectBench(),
            new DetectReportsBench(),
            new DetectLearnedBench(),
            new MlBench(),
            new HubBench(),
            new ConsoleBench(),
            new EventBench(),
            new MqttBench(),
            new MqttIdleBench());

    private Benchmarks() {}

    static @Nullable Benchmark named(String name) {
        return ALL.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
