// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;

/**
 * Something that is measured on every device; a behavior says what is normal for it.
 *
 * <p>To add one, write one class and one line in {@link Metrics}. Implementations have no state.
 */
public interface Metric {
    /** What {@link #observe} answers when a fact says nothing about this metric. */
    long NOTHING = -1;

    /** The name on the wire, for example {@code aws:num-messages-sent}. */
    String name();

    /** What one of the value is, in the plural, for people. */
    String unit();

    /** The kind of value that a behavior on this metric compares with. */
    MetricValue.Kind valueKind();

    /** Whether a behavior on this metric may compare in this way. */
    boolean supports(ComparisonOperator operator);

    /** Whether a behavior must say over how many seconds it measures; otherwise one metric period is meant. */
    boolean requiresDuration();

    /** The amount, at least zero, that this fact adds; {@link #NOTHING} when it does not concern the metric. */
    long observe(BrokerFact fact);

    /** The figure of a window that a behavior with this operator looks at. */
    Measure measure(ComparisonOperator operator);
}
