// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.behavior.LearnedCriteria;
import io.fleetward.detect.behavior.MetricValueJson;
import io.fleetward.detect.behavior.StaticCriteria;
import io.fleetward.detect.behavior.StatisticalCriteria;
import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.evaluate.Expectation;
import io.fleetward.detect.evaluate.Threshold;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.metric.MetricValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Says in one sentence why an alarm was raised. */
public final class Explanation {
    private Explanation() {}

    /** The sentence on this violation. */
    public static String of(Violation violation) {
        Behavior behavior = violation.behavior();
        Evidence evidence = violation.evidence();
        var text = new StringBuilder(violation.key().device().name()).append(": ");
        text.append(behavior.metric().name()).append(part(behavior.measurand().dimension()));
        if (evidence != null && evidence.yardstick() instanceof Expectation(Judgement judgement, long _)) {
            text.append(when(evidence)).append(" ").append(judgement.sentence());
        } else {
            text.append(" was ").append(value(evidence == null ? violation.lastValue() : evidence.value()));
            if (evidence != null) {
                text.append(when(evidence));
            }
            text.append(", but was expected to be ").append(expectation(behavior, evidence));
        }
        if (behavior.datapointsToAlarm() > 1) {
            text.append(", ").append(behavior.datapointsToAlarm()).append(" datapoints in a row");
        }
        return text.append(".").toString();
    }

    private static String part(@Nullable MetricDimension dimension) {
        if (dimension == null) {
            return "";
        }
        return (dimension.operator() == DimensionOperator.IN ? " inside dimension " : " outside dimension ")
                + dimension.name();
    }

    private static String when(Evidence evidence) {
        return evidence.isReport()
                ? " in the report of " + evidence.to()
                : " in the window from " + evidence.from() + " to " + evidence.to();
    }

    private static String expectation(Behavior behavior, @Nullable Evidence evidence) {
        return switch (behavior.criteria()) {
            case StaticCriteria fixed -> fixed.operator().wireName() + " " + value(fixed.value());
            case StatisticalCriteria statistical -> {
                Threshold threshold =
                        evidence != null && evidence.yardstick() instanceof Threshold known ? known : null;
                String bound = threshold == null ? "" : number(threshold.value()) + ", which was ";
                String population =
                        threshold == null ? "all devices" : "the " + threshold.population() + " devices measured";
                yield statistical.operator().wireName() + " " + bound + "the "
                        + statistical.statistic().wireName() + " of " + population + " in the window before";
            }
            case LearnedCriteria _ -> "what a model has learned";
        };
    }

    private static String value(MetricValue value) {
        return value instanceof MetricValue.Numeric(double number)
                ? number(number)
                : MetricValueJson.write(value).get(value.kind().wireName()).toString();
    }

    private static String number(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
