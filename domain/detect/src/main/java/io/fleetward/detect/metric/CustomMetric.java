// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.Set;

/** A metric that users define; devices report it under its name (detect, custom metrics). Immutable. */
public record CustomMetric(String name, CustomMetricType type) implements ReportedMetric {
    @Override
    public String unit() {
        return "";
    }

    @Override
    public MetricValue.Kind valueKind() {
        return type.valueKind();
    }

    @Override
    public Set<ComparisonOperator> operators() {
        return switch (type) {
            case NUMBER -> ComparisonOperator.ORDERING;
            case NUMBER_LIST, STRING_LIST -> ComparisonOperator.SETS;
            case IP_ADDRESS_LIST -> ComparisonOperator.CIDR_SETS;
        };
    }

    @Override
    public DurationUse durationUse() {
        return type == CustomMetricType.NUMBER ? DurationUse.OPTIONAL : DurationUse.IGNORED;
    }

    @Override
    public Measure total() {
        return type == CustomMetricType.NUMBER ? Measure.LATEST : Measure.NONE;
    }

    /** As samples of AWS do, a behavior may give the bound of a number as a count. */
    @Override
    public boolean accepts(MetricValue.Kind kind) {
        return kind == valueKind() || (type == CustomMetricType.NUMBER && kind == MetricValue.Kind.COUNT);
    }
}
