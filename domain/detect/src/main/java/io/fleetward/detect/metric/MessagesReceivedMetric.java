// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;

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
    public boolean counts(BrokerFact fact) {
        return fact instanceof BrokerFact.MessageDelivered;
    }
}
