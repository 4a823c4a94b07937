// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import java.util.Set;

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
    public Set<Class<? extends BrokerFact>> facts() {
        return Set.of(BrokerFact.MessageReceived.class);
    }

    @Override
    public boolean hasDimensions() {
        return true;
    }
}
