// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.Set;

/**
 * Something that is measured on every device; a behavior says what is normal for it.
 *
 * <p>To add one, write one class and one line in {@link Metrics}. Implementations have no state.
 */
public sealed interface Metric permits CloudMetric, ReportedMetric {
    /** The name on the wire, for example {@code aws:num-messages-sent}. */
    String name();

    /** What one of the value is, in the plural, for people. */
    String unit();

    /** The kind of value that is measured, and that a behavior on this metric compares with. */
    MetricValue.Kind valueKind();

    /** How a behavior on this metric may compare. */
    Set<ComparisonOperator> operators();

    /** What a static behavior does with a duration. */
    DurationUse durationUse();

    /** The figure of a window of numbers that a static behavior with this operator looks at. */
    default Measure measure(ComparisonOperator operator) {
        return total();
    }

    /** The figure of a window of numbers that is compared between devices. */
    Measure total();

    /** The figure of a window of numbers that is shown where there is room for one. */
    default Measure shown() {
        return total();
    }

    /** The figure of a window of numbers that is learned. */
    default Measure learned() {
        return total();
    }

    /** Whether a behavior may compare with a percentile of what all devices do. */
    default boolean hasPercentiles() {
        return operators().equals(ComparisonOperator.ORDERING);
    }

    /** Whether what is normal can be learned. */
    default boolean isLearnable() {
        return hasPercentiles();
    }

    /** Whether a behavior may look at the part of the metric inside or outside a dimension. */
    default boolean hasDimensions() {
        return false;
    }

    /** Whether a behavior may compare with a value of this kind. */
    default boolean accepts(MetricValue.Kind kind) {
        return kind == valueKind();
    }

    /** Whether values are sets, not numbers. */
    default boolean isSet() {
        return valueKind() != MetricValue.Kind.COUNT && valueKind() != MetricValue.Kind.NUMBER;
    }

    /** What a window of this metric gathers, empty. */
    default Gathered newWindow() {
        return isSet() ? new Elements(valueKind()) : new Tally();
    }
}
