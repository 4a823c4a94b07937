// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;

/** A metric that counts how often something happens; a behavior bounds the count over its duration. */
public interface CounterMetric extends Metric {
    /** Whether this fact is one of those counted. */
    boolean counts(BrokerFact fact);

    @Override
    default MetricValue.Kind valueKind() {
        return MetricValue.Kind.COUNT;
    }

    @Override
    default boolean supports(ComparisonOperator operator) {
        return operator.isOrdering();
    }

    @Override
    default boolean requiresDuration() {
        return true;
    }

    @Override
    default long observe(BrokerFact fact) {
        return counts(fact) ? 1 : NOTHING;
    }

    @Override
    default Measure measure(ComparisonOperator operator) {
        return Measure.SUM;
    }
}
