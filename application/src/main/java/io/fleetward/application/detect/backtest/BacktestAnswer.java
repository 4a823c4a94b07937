// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.backtest;

import io.fleetward.detect.backtest.PastAlarm;
import io.fleetward.detect.metric.MetricValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would have been alarmed on. Immutable.
 *
 * @param devices how many were judged
 * @param values how many values they were judged by
 * @param isComplete whether that was everything that was kept of the time asked for
 * @param alarms the first of them, by device
 */
public record BacktestAnswer(
        int devices, long values, boolean isComplete, List<BehaviorAnswer> behaviors, List<PastAlarm> alarms) {
    public BacktestAnswer {
        behaviors = List.copyOf(behaviors);
        alarms = List.copyOf(alarms);
    }

    /**
     * How one behavior would have done.
     *
     * @param devices how many it would have alarmed on
     * @param windows how many windows its figure was measured in; zero for what is no bound on a figure
     * @param proposal the tightest bound that no more windows break than was asked for; null where none can be told
     */
    public record BehaviorAnswer(
            String name,
            long alarms,
            int devices,
            double alarmsPerDay,
            long windows,
            @Nullable MetricValue proposal) {}
}
