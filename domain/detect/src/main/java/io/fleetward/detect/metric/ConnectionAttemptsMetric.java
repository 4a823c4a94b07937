// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import java.util.Set;

/** How many CONNECT packets carried the device's client id, successful or not. */
public record ConnectionAttemptsMetric() implements CounterMetric {
    @Override
    public String name() {
        return "aws:num-connection-attempts";
    }

    @Override
    public String unit() {
        return "attempts";
    }

    @Override
    public Set<Class<? extends BrokerFact>> facts() {
        return Set.of(BrokerFact.ConnectAttempted.class);
    }
}
