// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.backtest;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.evaluate.Population;
import io.fleetward.detect.metric.ComparisonOperator;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measure;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.operator.MetricSample;
import io.fleetward.detect.window.MetricPeriod;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the figure that a behavior bounds is distributed over the windows of all devices, and which bound few of them
 * would break. Mutable and confined to its owner.
 */
public final class WindowValues {
    private final Behavior behavior;
    private final MetricPeriod period;
    private final Population figures = new Population();

    WindowValues(Behavior behavior, MetricPeriod period) {
        this.behavior = behavior;
        this.period = period;
    }

    /** Takes in all values of one device. */
    void add(List<MetricSample> samples) {
        Measure measure = measure();
        if (measure == null) {
            return;
        }
        Map<Long, Gathered> windows = new HashMap<>();
        for (MetricSample sample : samples) {
            if (sample.measurand().equals(behavior.measurand())) {
                windows.computeIfAbsent(windowOf(sample), _ -> behavior.metric().newWindow())
                        .addAll(sample.gathered());
            }
        }
        windows.values().forEach(window -> figures.add(measure.read(window.tally())));
    }

    private @Nullable Measure measure() {
        return behavior.criteria() instanceof StaticCriteria fixed
                        && ComparisonOperator.ORDERING.contains(fixed.operator())
                ? behavior.metric().measure(fixed.operator())
                : null;
    }

    private long windowOf(MetricSample sample) {
        int seconds = behavior.windowSeconds();
        return seconds == 0 ? sample.happenedAt() : period.windowStart(sample.happenedAt(), seconds);
    }

    /** How many windows there were. */
    public long size() {
        return figures.size();
    }

    /**
     * The tightest bound, for the operator of the behavior, that at most this share of all windows would have broken;
     * null for what is no bound, and without windows.
     *
     * @param falseAlarmRate from 0, which no window breaks, up to 1
     */
    public @Nullable MetricValue bound(double falseAlarmRate) {
        if (figures.size() == 0 || !(behavior.criteria() instanceof StaticCriteria fixed)) {
            return null;
        }
        ComparisonOperator operator = fixed.operator();
        double quantile = figures.quantile(operator.isUpperBound() ? 1 - falseAlarmRate : falseAlarmRate);
        return MetricValue.number(
                fixed.value().kind(), within(operator, quantile, fixed.value().kind()));
    }

    /** The bound by which the value itself is still kept. */
    private static double within(ComparisonOperator operator, double value, MetricValue.Kind kind) {
        boolean isWhole = kind == MetricValue.Kind.COUNT;
        return switch (operator) {
            case LESS_THAN -> isWhole ? value + 1 : Math.nextUp(value);
            case GREATER_THAN -> isWhole ? value - 1 : Math.nextDown(value);
            case LESS_THAN_EQUALS,
                    GREATER_THAN_EQUALS,
                    IN_CIDR_SET,
                    NOT_IN_CIDR_SET,
                    IN_PORT_SET,
                    NOT_IN_PORT_SET,
                    IN_SET,
                    NOT_IN_SET -> value;
        };
    }
}
