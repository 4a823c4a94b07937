// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import java.util.Set;

/** How many messages the broker delivered to the device. */
public record MessagesReceivedMetric() implements CounterMetric {
    @Override
    public String name() {
        return "aws:num-messages-received";
    }

    @Override
    public String unit() {
        return "messages";
    }

    @Override
    public Set<Class<? extends BrokerFact>> facts() {
        return Set.of(BrokerFact.MessageDelivered.class);
    }

    @Override
    public boolean hasDimensions() {
        return true;
    }
}
