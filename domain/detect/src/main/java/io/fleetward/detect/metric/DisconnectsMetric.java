// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;

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
    public boolean counts(BrokerFact fact) {
        return fact instanceof BrokerFact.Disconnected;
    }
}
