// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import io.fleetward.detect.learned.ValueKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Counts flows in windows of five minutes, by eight metrics. */
final class FlowWindows {
    private static final double WINDOW_SECONDS = 300;
    private static final double MILLIS = 1000;

    private static final List<ValueKind> KINDS = List.of(
            ValueKind.COUNT,
            ValueKind.COUNT,
            ValueKind.SIZE,
            ValueKind.COUNT,
            ValueKind.SIZE,
            ValueKind.COUNT,
            ValueKind.COUNT,
            ValueKind.COUNT);

    private FlowWindows() {}

    /** The table of a capture: the first half of its time is there to learn from. */
    static FeatureTable halves(String name, List<Flow> flows) {
        double first = flows.stream().mapToDouble(Flow::seconds).min().orElse(0);
        double last = flows.stream().mapToDouble(Flow::seconds).max().orElse(0);
        double middle = (first + last) / 2;
        List<FeatureTable.Row> rows = new ArrayList<>();
        windows(flows).forEach((window, inside) -> {
            long end = (long) ((window + 1) * WINDOW_SECONDS * MILLIS);
            boolean isTraining = window * WINDOW_SECONDS < middle;
            rows.add(new FeatureTable.Row(end, isTraining, normal(inside), attacked(inside)));
        });
        return new FeatureTable(name, KINDS, rows);
    }

    static FeatureTable of(String name, List<FeatureTable.Row> rows) {
        return new FeatureTable(name, KINDS, rows);
    }

    /** By the number of the window, in ascending order. */
    static Map<Long, List<Flow>> windows(List<Flow> flows) {
        var windows = new TreeMap<Long, List<Flow>>();
        for (Flow flow : flows) {
            windows.computeIfAbsent((long) Math.floor(flow.seconds() / WINDOW_SECONDS), _ -> new ArrayList<>())
                    .add(flow);
        }
        return windows;
    }

    private static double @Nullable [] normal(List<Flow> flows) {
        List<Flow> benign = flows.stream().filter(flow -> !flow.isMalicious()).toList();
        return benign.isEmpty() ? null : features(benign);
    }

    private static double @Nullable [] attacked(List<Flow> flows) {
        return flows.stream().anyMatch(Flow::isMalicious) ? features(flows) : null;
    }

    static double[] features(List<Flow> flows) {
        Set<String> destinations = new HashSet<>();
        Set<String> services = new HashSet<>();
        for (Flow flow : flows) {
            destinations.add(flow.destination());
            services.add(flow.service());
        }
        return new double[] {
            flows.size(),
            sum(flows, Flow.Traffic::packetsOut),
            sum(flows, Flow.Traffic::bytesOut),
            sum(flows, Flow.Traffic::packetsIn),
            sum(flows, Flow.Traffic::bytesIn),
            destinations.size(),
            services.size(),
            flows.stream().filter(Flow::isUnanswered).count()
        };
    }

    private static double sum(List<Flow> flows, ToDoubleFunction<Flow.Traffic> figure) {
        return flows.stream()
                .mapToDouble(flow -> figure.applyAsDouble(flow.traffic()))
                .sum();
    }
}
