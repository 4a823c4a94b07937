// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;

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
    public boolean counts(BrokerFact fact) {
        return fact instanceof BrokerFact.ConnectAttempted;
    }
}
