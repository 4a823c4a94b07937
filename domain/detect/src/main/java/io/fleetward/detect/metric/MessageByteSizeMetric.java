// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;

/**
 * How large the payloads are that the device publishes.
 *
 * <p>An upper bound is compared with the largest message of the window, a lower bound with the smallest (detect,
 * comparing message size).
 */
public record MessageByteSizeMetric() implements Metric {
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
    public boolean supports(ComparisonOperator operator) {
        return operator.isOrdering();
    }

    @Override
    public boolean requiresDuration() {
        return false;
    }

    @Override
    public long observe(BrokerFact fact) {
        return fact instanceof BrokerFact.MessageReceived message ? message.payloadBytes() : NOTHING;
    }

    @Override
    public Measure measure(ComparisonOperator operator) {
        return operator.isUpperBound() ? Measure.MAXIMUM : Measure.MINIMUM;
    }
}
