// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicName;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class DevicePublishingTest {
    private static final String DEVICE = "cd".repeat(32);
    private static final Peer.Device PEER = new Peer.Device(DEVICE, "192.0.2.9", null, null);

    private final BrokerHarness harness = new BrokerHarness(BrokerLimits.AWS, List.of(new Reports()));
    private final List<String> reports = new ArrayList<>();
    private final DevicePublishing publishing = new DevicePublishing(
            harness.clock,
            new InMemoryTransactions(),
            harness.registry,
            new MessagePublisher() {
                @Override
                public CompletionStage<Void> publish(AccountRegion scope, Message message) {
                    var done = harness.broker().publish(scope, message);
                    harness.settle();
                    return done;
                }

                @Override
                public boolean serve(AccountRegion scope, Message message) {
                    return harness.broker().serve(scope, message);
                }
            },
            harness.facts);

    @Test
    void publishesWhatThePolicyAllows() {
        FakeClient subscriber = harness.connect("s");
        subscriber.subscribe("t/+", 1);
        subscriber.heard();
        register(FakeDevicePrincipals.allowing("iot:Publish", "arn:aws:iot:*:*:topic/t/*"));
        assertThat(publish("t/x")).isEqualTo(HttpPublishOutcome.ACCEPTED);
        assertThat(subscriber.heard()).containsExactly("t/x=hi qos1");
        assertThat(publish("u")).isEqualTo(HttpPublishOutcome.DENIED);
        assertThat(harness.facts.of(BrokerFact.AuthorizationFailed.class)).hasSize(1);
    }

    @Test
    void hasNeitherClientIdNorThing() {
        register(FakeDevicePrincipals.allowing("iot:Publish", "arn:aws:iot:*:*:topic/${iot:ClientId}*"));
        assertThat(publish("t")).isEqualTo(HttpPublishOutcome.DENIED);
    }

    @Test
    void refusesUnknownAndInactiveCertificates() {
        assertThat(publish("t")).isEqualTo(HttpPublishOutcome.UNKNOWN_CERTIFICATE);
        harness.registry.deactivate(BrokerHarness.HERE, DEVICE);
        assertThat(publish("t")).isEqualTo(HttpPublishOutcome.UNKNOWN_CERTIFICATE);
    }

    @Test
    void takesNothingOnReservedTopics() {
        register(FakeDevicePrincipals.allowing("*", "*"));
        assertThat(publish("$aws/rules/r/t")).isEqualTo(HttpPublishOutcome.TOPIC_REFUSED);
    }

    @Test
    void handsReservedTopicsToTheirHandler() {
        register(FakeDevicePrincipals.allowing("iot:Publish", "arn:aws:iot:*:*:topic/$aws/things/d/*"));

        assertThat(publish("$aws/things/d/defender/metrics/json")).isEqualTo(HttpPublishOutcome.ACCEPTED);
        assertThat(publish("$aws/things/e/defender/metrics/json")).isEqualTo(HttpPublishOutcome.DENIED);
        assertThat(reports).containsExactly("000000000000/us-east-1 $aws/things/d/defender/metrics/json");
        assertThat(harness.facts.of(BrokerFact.MessageReceived.class)).hasSize(1);
    }

    private final class Reports implements ReservedTopicHandler {
        @Override
        public boolean takes(TopicName topic) {
            return topic.value().endsWith("/defender/metrics/json");
        }

        @Override
        public void handle(AccountRegion scope, Message message, MessagePublisher answers) {
            reports.add(scope + " " + message.topic());
        }
    }

    private void register(String policy) {
        harness.registry.register(BrokerHarness.HERE, DEVICE, policy);
    }

    private HttpPublishOutcome publish(String topic) {
        return publishing.publish(PEER, FakeClient.message(topic, "hi", 1, false));
    }
}
