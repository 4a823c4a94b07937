// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.behavior;

import io.fleetward.detect.dimension.DimensionOperator;
import io.fleetward.detect.dimension.MetricDimension;
import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.metric.ComparisonOperator;
import io.fleetward.detect.metric.Measurand;
import io.fleetward.detect.metric.Metric;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Metrics;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes behaviors for tests; begins with the one of the tutorial: message size less than 8 bytes. */
public final class BehaviorBuilder {
    private final String name;
    private String metric = "aws:message-byte-size";
    private String operator = "less-than";
    private MetricValue value = new MetricValue.Count(8);
    private @Nullable Integer durationSeconds;
    private int toAlarm = 1;
    private int toClear = 1;
    private @Nullable Boolean suppressAlerts;
    private @Nullable MetricDimension dimension;
    private @Nullable Statistic statistic;
    private @Nullable ConfidenceLevel confidence;

    private BehaviorBuilder(String name) {
        this.name = name;
    }

    public static BehaviorBuilder aBehavior(String name) {
        return new BehaviorBuilder(name);
    }

    public BehaviorBuilder on(String metricName) {
        metric = metricName;
        return this;
    }

    public BehaviorBuilder expects(String operatorName, long count) {
        operator = operatorName;
        value = new MetricValue.Count(count);
        return this;
    }

    public BehaviorBuilder expects(String operatorName, MetricValue expected) {
        operator = operatorName;
        value = expected;
        return this;
    }

    public BehaviorBuilder within(String dimensionName, DimensionOperator part) {
        dimension = new MetricDimension(dimensionName, part);
        return this;
    }

    public BehaviorBuilder expects(String operatorName, Statistic percentile) {
        operator = operatorName;
        statistic = percentile;
        return this;
    }

    /** What is normal is learned. */
    public BehaviorBuilder learns(ConfidenceLevel level) {
        confidence = level;
        return this;
    }

    public BehaviorBuilder over(int seconds) {
        durationSeconds = seconds;
        return this;
    }

    public BehaviorBuilder alarmsAfter(int datapoints) {
        toAlarm = datapoints;
        return this;
    }

    public BehaviorBuilder clearsAfter(int datapoints) {
        toClear = datapoints;
        return this;
    }

    public BehaviorBuilder suppressed(boolean isSuppressed) {
        suppressAlerts = isSuppressed;
        return this;
    }

    public Behavior build() {
        Metric known = Objects.requireNonNull(Metrics.of(metric, value.kind()), metric);
        ComparisonOperator comparison = Objects.requireNonNull(ComparisonOperator.ofWireName(operator), operator);
        return new Behavior(
                name, new Measurand(known, dimension), criteria(comparison), toAlarm, toClear, suppressAlerts, null);
    }

    private Criteria criteria(ComparisonOperator comparison) {
        if (confidence != null) {
            return new LearnedCriteria(confidence);
        }
        return statistic == null
                ? new StaticCriteria(comparison, value, durationSeconds)
                : new StatisticalCriteria(comparison, statistic, Objects.requireNonNull(durationSeconds));
    }
}
