// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.behavior.StatisticalCriteria;
import io.fleetward.detect.metric.ComparisonOperator;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measure;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/**
 * Compares one figure of a window with a percentile of what all devices did in the window before (detect, percentiles).
 *
 * <p>Judges only when a window is over: while it fills, some of the devices may not have been counted for the window
 * before. Without a threshold there is no verdict. Immutable.
 */
public record PercentileEvaluator(Measure measure, ComparisonOperator operator, MetricValue.Kind kind)
        implements BehaviorEvaluator {
    static PercentileEvaluator of(Metric metric, StatisticalCriteria criteria) {
        return new PercentileEvaluator(metric.total(), criteria.operator(), metric.valueKind());
    }

    @Override
    public Verdict judgeOpen(Gathered window) {
        return Verdict.UNDECIDED;
    }

    @Override
    public Verdict judgeClosed(Gathered window, boolean isWhole, @Nullable Yardstick yardstick) {
        if (!(yardstick instanceof Threshold threshold)) {
            return Verdict.UNDECIDED;
        }
        if (operator.holds(measure.read(window.tally()), threshold.value())) {
            return Verdict.CONFORMING;
        }
        return isWhole || measure.isDecisiveInPart(operator) ? Verdict.VIOLATING : Verdict.UNDECIDED;
    }

    @Override
    public MetricValue measured(Gathered window) {
        return MetricValue.number(kind, measure.read(window.tally()));
    }
}
