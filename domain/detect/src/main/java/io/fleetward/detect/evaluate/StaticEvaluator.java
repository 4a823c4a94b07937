// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.metric.ComparisonOperator;
import io.fleetward.detect.metric.Measure;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Tally;

/**
 * Compares one figure of a window with a fixed bound (detect, windows and datapoints).
 *
 * <p>A sum that falls short proves nothing when part of the window went unwatched, as it does after the start of the
 * server or of the behavior: such a window is no datapoint. Immutable.
 */
public record StaticEvaluator(Measure measure, ComparisonOperator operator, long bound) implements BehaviorEvaluator {
    static StaticEvaluator of(Metric metric, StaticCriteria criteria) {
        return switch (criteria.value()) {
            case MetricValue.Count count ->
                new StaticEvaluator(metric.measure(criteria.operator()), criteria.operator(), count.value());
            case MetricValue.Numeric other -> throw mismatch(metric, other);
            case MetricValue.Cidrs other -> throw mismatch(metric, other);
            case MetricValue.Ports other -> throw mismatch(metric, other);
            case MetricValue.Numbers other -> throw mismatch(metric, other);
            case MetricValue.Strings other -> throw mismatch(metric, other);
        };
    }

    @Override
    public Verdict judgeOpen(Tally window) {
        boolean isBroken = !operator.holds(measure.read(window), bound);
        return isBroken && measure.isDecisiveEarly(operator) ? Verdict.VIOLATING : Verdict.UNDECIDED;
    }

    @Override
    public Verdict judgeClosed(Tally window, boolean isWhole) {
        if (operator.holds(measure.read(window), bound)) {
            return Verdict.CONFORMING;
        }
        return isWhole || measure.isDecisiveEarly(operator) ? Verdict.VIOLATING : Verdict.UNDECIDED;
    }

    @Override
    public MetricValue measured(Tally window) {
        return new MetricValue.Count(measure.read(window));
    }

    private static IllegalStateException mismatch(Metric metric, MetricValue value) {
        return new IllegalStateException(
                metric.name() + " is not compared with " + value.kind().wireName());
    }
}
