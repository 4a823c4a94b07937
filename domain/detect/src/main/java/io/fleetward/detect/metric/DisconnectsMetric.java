// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import java.util.Set;

/** How many connections of the device ended, for whatever reason. */
public record DisconnectsMetric() implements CounterMetric {
    @Override
    public String name() {
        return "aws:num-disconnects";
    }

    @Override
    public String unit() {
        return "disconnects";
    }

    @Override
    public Set<Class<? extends BrokerFact>> facts() {
        return Set.of(BrokerFact.Disconnected.class);
    }
}
