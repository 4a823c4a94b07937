// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.kernel.AccountRegion;
import java.util.List;

/** One broker fact of every kind, for tests of what metrics make of them. */
public final class Facts {
    public static final AccountRegion SCOPE = AccountRegion.of("111122223333", "eu-west-1");
    public static final String DEVICE = "pump-7";
    private static final String ADDRESS = "192.0.2.7";

    public static final BrokerFact ATTEMPTED = new BrokerFact.ConnectAttempted(SCOPE, DEVICE, 1, ADDRESS);
    public static final BrokerFact CONNECTED = new BrokerFact.Connected(SCOPE, DEVICE, 2, "certificate", ADDRESS);
    public static final BrokerFact DENIED =
            new BrokerFact.AuthorizationFailed(SCOPE, DEVICE, 3, "iot:Publish", "t", ADDRESS);
    public static final BrokerFact PUBLISHED = published(26, 4);
    public static final BrokerFact DELIVERED = new BrokerFact.MessageDelivered(SCOPE, DEVICE, 5, "t", 26);
    public static final BrokerFact DISCONNECTED =
            new BrokerFact.Disconnected(SCOPE, DEVICE, 6, "certificate", ADDRESS, 2, DisconnectReason.CONNECTION_LOST);
    public static final List<BrokerFact> ALL =
            List.of(ATTEMPTED, CONNECTED, DENIED, PUBLISHED, DELIVERED, DISCONNECTED);

    private Facts() {}

    /** The broker accepted an empty message from the device on that topic. */
    public static BrokerFact publishedOn(String topic, long at) {
        return new BrokerFact.MessageReceived(SCOPE, DEVICE, at, topic, 0, ADDRESS);
    }

    /** The device connected at that instant. */
    public static BrokerFact connectedAt(long at) {
        return new BrokerFact.Connected(SCOPE, DEVICE, at, "certificate", ADDRESS);
    }

    /** The connection that began at one instant ended at another. */
    public static BrokerFact disconnected(long connectedAt, long at) {
        return new BrokerFact.Disconnected(
                SCOPE, DEVICE, at, "certificate", ADDRESS, connectedAt, DisconnectReason.CONNECTION_LOST);
    }

    /** What the metric gathers from all of these that concern it. */
    static Gathered observe(CloudMetric metric, List<BrokerFact> facts) {
        Gathered gathered = metric.newActivity();
        facts.stream()
                .filter(fact -> metric.facts().contains(fact.getClass()))
                .forEach(fact -> metric.observe(fact, gathered));
        return gathered;
    }

    /** The broker accepted a message of that size from the device. */
    public static BrokerFact published(int payloadBytes, long at) {
        return new BrokerFact.MessageReceived(SCOPE, DEVICE, at, "t", payloadBytes, ADDRESS);
    }
}
