// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.application.broker.Broker;
import io.fleetward.application.broker.BrokerCounters;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.edge.loop.EdgeLoops;
import io.fleetward.kernel.Ids;

/**
 * What all MQTT connections of the process share. Immutable.
 *
 * @param firstPacketMillis how long a client may take from connecting to being connected
 */
public record MqttContext(EdgeLoops loops, Broker broker, BrokerCounters counters, Ids ids, long firstPacketMillis) {
    BrokerLimits limits() {
        return broker.limits();
    }
}
