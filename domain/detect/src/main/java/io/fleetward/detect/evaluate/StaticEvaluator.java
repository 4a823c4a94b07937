// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.metric.ComparisonOperator;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measure;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/**
 * Compares one figure of a window with a fixed bound (detect, windows and datapoints).
 *
 * <p>A sum that falls short proves nothing when part of the window went unwatched, as it does after the start of the
 * server or of the behavior: such a window is no datapoint. Immutable.
 */
public record StaticEvaluator(Measure measure, ComparisonOperator operator, double bound, MetricValue.Kind kind)
        implements BehaviorEvaluator {
    static StaticEvaluator of(Metric metric, StaticCriteria criteria) {
        ComparisonOperator operator = criteria.operator();
        double bound = switch (criteria.value()) {
            case MetricValue.Count(long count) -> count;
            case MetricValue.Numeric(double number) -> number;
            case MetricValue.Cidrs other -> throw mismatch(metric, other);
            case MetricValue.Ports other -> throw mismatch(metric, other);
            case MetricValue.Numbers other -> throw mismatch(metric, other);
            case MetricValue.Strings other -> throw mismatch(metric, other);
        };
        return new StaticEvaluator(metric.measure(operator), operator, bound, metric.valueKind());
    }

    @Override
    public Verdict judgeOpen(Gathered window) {
        boolean isBroken = !operator.holds(measure.read(window.tally()), bound);
        return isBroken && measure.isDecisiveEarly(operator) ? Verdict.VIOLATING : Verdict.UNDECIDED;
    }

    @Override
    public Verdict judgeClosed(Gathered window, boolean isWhole, @Nullable Yardstick yardstick) {
        if (operator.holds(measure.read(window.tally()), bound)) {
            return Verdict.CONFORMING;
        }
        return isWhole || measure.isDecisiveInPart(operator) ? Verdict.VIOLATING : Verdict.UNDECIDED;
    }

    @Override
    public MetricValue measured(Gathered window) {
        return MetricValue.number(kind, measure.read(window.tally()));
    }

    private static IllegalStateException mismatch(Metric metric, MetricValue value) {
        return new IllegalStateException(
                metric.name() + " is not compared with " + value.kind().wireName());
    }
}
