// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Devices that publish and receive one message per round each; one in a thousand publishes what it should not, and
 * stays in alarm.
 */
final class DetectFleet {
    private static final String ADDRESS = "192.0.2.1";
    private static final int ROGUE_IN = 1000;

    private final AccountRegion scope;
    private final String[] names;

    DetectFleet(AccountRegion scope, int devices) {
        this.scope = scope;
        this.names = IntStream.range(0, devices)
                .mapToObj(number -> "device-" + number)
                .toArray(String[]::new);
    }

    /** Ten behaviors as somebody who knows the devices might write them. */
    static List<BehaviorDraft> behaviors() {
        return List.of(
                behavior("LargestMessage", "aws:message-byte-size", "less-than", 4096, 300),
                behavior("SmallestMessage", "aws:message-byte-size", "greater-than", 0, 300),
                behavior("SentInFive", "aws:num-messages-sent", "less-than", 10_000, 300),
                behavior("SentInFifteen", "aws:num-messages-sent", "less-than", 20_000, 900),
                behavior("SentInAnHour", "aws:num-messages-sent", "less-than", 50_000, 3600),
                behavior("ReceivedInFive", "aws:num-messages-received", "less-than", 10_000, 300),
                behavior("ReceivedInAnHour", "aws:num-messages-received", "less-than", 50_000, 3600),
                behavior("Failures", "aws:num-authorization-failures", "less-than", 5, 300),
                behavior("Attempts", "aws:num-connection-attempts", "less-than", 20, 300),
                behavior("Disconnects", "aws:num-disconnects", "less-than", 20, 300));
    }

    int size() {
        return names.length;
    }

    /** What the device sends in a round. */
    BrokerFact send(int device, long at) {
        int bytes = device % ROGUE_IN == 0 ? 9000 : 120;
        return new BrokerFact.MessageReceived(scope, names[device], at, "plant/telemetry", bytes, ADDRESS);
    }

    /** What the device is sent in a round. */
    BrokerFact receive(int device, long at) {
        return new BrokerFact.MessageDelivered(scope, names[device], at, "plant/commands", 40);
    }

    private static BehaviorDraft behavior(String name, String metric, String operator, long count, int seconds) {
        var criteria =
                new CriteriaDraft(operator, List.of(new MetricValue.Count(count)), seconds, null, null, null, null);
        return new BehaviorDraft(name, metric, null, criteria, null, null);
    }
}
