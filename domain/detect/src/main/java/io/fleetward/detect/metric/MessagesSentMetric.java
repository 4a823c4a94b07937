// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;

/** How many messages the device published and the broker accepted. */
public record MessagesSentMetric() implements CounterMetric {
    @Override
    public String name() {
        return "aws:num-messages-sent";
    }

    @Override
    public String unit() {
        return "messages";
    }

    @Override
    public boolean counts(BrokerFact fact) {
        return fact instanceof BrokerFact.MessageReceived;
    }
}
