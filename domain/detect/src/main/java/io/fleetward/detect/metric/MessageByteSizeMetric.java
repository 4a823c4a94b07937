// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.BrokerFact.MessageReceived;
import java.util.Set;

/**
 * How large the payloads are that the device publishes.
 *
 * <p>An upper bound is compared with the largest message of the window, a lower bound with the smallest, a percentile
 * with all bytes of the window, and what is learned is the mean (detect, comparing message size).
 */
public record MessageByteSizeMetric() implements CloudMetric {
    @Override
    public String name() {
        return "aws:message-byte-size";
    }

    @Override
    public String unit() {
        return "bytes";
    }

    @Override
    public MetricValue.Kind valueKind() {
        return MetricValue.Kind.COUNT;
    }

    @Override
    public Set<ComparisonOperator> operators() {
        return ComparisonOperator.ORDERING;
    }

    @Override
    public DurationUse durationUse() {
        return DurationUse.SHORTENING;
    }

    @Override
    public boolean hasDimensions() {
        return true;
    }

    @Override
    public Set<Class<? extends BrokerFact>> facts() {
        return Set.of(MessageReceived.class);
    }

    @Override
    public void observe(BrokerFact fact, Gathered into) {
        if (fact instanceof MessageReceived message) {
            into.tally().add(message.payloadBytes());
        }
    }

    @Override
    public Measure measure(ComparisonOperator operator) {
        return operator.isUpperBound() ? Measure.MAXIMUM : Measure.MINIMUM;
    }

    @Override
    public Measure total() {
        return Measure.SUM;
    }

    @Override
    public Measure learned() {
        return Measure.MEAN;
    }

    /** The largest message, which tells best where to set a bound. */
    @Override
    public Measure shown() {
        return Measure.MAXIMUM;
    }
}
