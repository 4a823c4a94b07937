// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import java.util.Set;

/** A metric that counts how often something happens; a behavior bounds the count over its duration. */
public interface CounterMetric extends CloudMetric {
    @Override
    default MetricValue.Kind valueKind() {
        return MetricValue.Kind.COUNT;
    }

    @Override
    default Set<ComparisonOperator> operators() {
        return ComparisonOperator.ORDERING;
    }

    @Override
    default DurationUse durationUse() {
        return DurationUse.REQUIRED;
    }

    @Override
    default Measure total() {
        return Measure.SUM;
    }

    @Override
    default void observe(BrokerFact fact, Gathered into) {
        into.tally().add(1);
    }
}
