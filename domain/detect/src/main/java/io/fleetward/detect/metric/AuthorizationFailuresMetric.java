// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import java.util.Set;

/** How many connects, publishes, subscribes and receives of the device its policies denied. */
public record AuthorizationFailuresMetric() implements CounterMetric {
    @Override
    public String name() {
        return "aws:num-authorization-failures";
    }

    @Override
    public String unit() {
        return "failures";
    }

    @Override
    public Set<Class<? extends BrokerFact>> facts() {
        return Set.of(BrokerFact.AuthorizationFailed.class);
    }

    @Override
    public boolean hasDimensions() {
        return true;
    }
}
