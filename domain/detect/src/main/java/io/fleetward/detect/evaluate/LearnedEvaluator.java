// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.evaluate;

import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.ValueKind;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.Measure;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a window is as unlike what a learned model expected as the confidence demands (detect, our model
 * contract).
 *
 * <p>Judges only when a window is over, and only with an expectation. Immutable.
 */
public record LearnedEvaluator(Measure measure, ConfidenceLevel confidence, MetricValue.Kind kind)
        implements BehaviorEvaluator {
    static LearnedEvaluator of(Metric metric, LearnedCriteria criteria) {
        return new LearnedEvaluator(metric.learned(), criteria.confidence(), metric.valueKind());
    }

    /** On what scale the values of the metric are compared. */
    public static ValueKind valueKind(Metric metric) {
        if (metric.valueKind() == MetricValue.Kind.NUMBER) {
            return ValueKind.NUMBER;
        }
        return metric.unit().equals("bytes") ? ValueKind.SIZE : ValueKind.COUNT;
    }

    @Override
    public Verdict judgeOpen(Gathered window) {
        return Verdict.UNDECIDED;
    }

    @Override
    public Verdict judgeClosed(Gathered window, boolean isWhole, @Nullable Yardstick yardstick) {
        if (!(yardstick instanceof Expectation expectation)) {
            return Verdict.UNDECIDED;
        }
        return expectation.judgement().isViolating(confidence) ? Verdict.VIOLATING : Verdict.CONFORMING;
    }

    @Override
    public MetricValue measured(Gathered window) {
        return MetricValue.number(kind, figure(window));
    }

    /** What of the window the model is asked about. */
    public double figure(Gathered window) {
        return measure.read(window.tally());
    }
}
