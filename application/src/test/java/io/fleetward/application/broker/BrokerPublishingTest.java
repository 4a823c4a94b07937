// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import static io.fleetward.application.broker.FakeDevicePrincipals.allowing;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.error.RetryableException;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.message.MessageProperties;
import io.fleetward.broker.subscription.SubscriptionRequest;
import io.fleetward.broker.subscription.SubscriptionRequest.RetainHandling;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrokerPublishingTest {
    private final BrokerHarness harness = new BrokerHarness();

    @Test
    void deliversToEverySubscriberOnWhateverLoop() {
        FakeClient near = subscriber("near", "a/+", 1);
        FakeClient far = harness.connect(BrokerHarness.request("far"), BrokerHarness.CERTIFICATE, harness.second);
        far.subscribe("a/#", 0);
        far.heard();
        FakeClient publisher = harness.connect("publisher");
        publisher.publish("a/b", "hello", 1);
        assertThat(near.heard()).containsExactly("a/b=hello qos1");
        assertThat(far.heard()).containsExactly("a/b=hello");
        assertThat(publisher.heard()).containsExactly("connected", "puback");
    }

    @Test
    void keepsTheOrderOfMessagesOnATopic() {
        FakeClient far = harness.connect(BrokerHarness.request("far"), BrokerHarness.CERTIFICATE, harness.second);
        far.subscribe("#", 1);
        far.heard();
        FakeClient publisher = harness.connect("publisher");
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            publisher.publish("t", "m" + i, 1);
            sent.add("t=m" + i + " qos1");
        }
        assertThat(far.heard()).isEqualTo(sent);
    }

    @Test
    void dropsQosZeroForASlowSubscriberAndCountsIt() {
        FakeClient slow = subscriber("slow", "t", 0);
        slow.becomeSlow();
        harness.connect("publisher").publish("t", "lost", 0);
        slow.becomeFast();
        assertThat(slow.heard()).isEmpty();
        assertThat(harness.counters.get(Counter.MESSAGES_DROPPED_SLOW)).isEqualTo(1);
    }

    @Test
    void holdsQosOneForASlowSubscriber() {
        FakeClient slow = subscriber("slow", "t", 1);
        slow.becomeSlow();
        harness.connect("publisher").publish("t", "kept", 1);
        assertThat(slow.heard()).isEmpty();
        slow.becomeFast();
        assertThat(slow.heard()).containsExactly("t=kept qos1");
    }

    @Test
    void sendsNoMoreThanTheClientAcknowledges() {
        FakeClient client = subscriber("busy", "t", 1).withoutAcknowledging();
        FakeClient publisher = harness.connect("publisher");
        IntStream.range(0, 105).forEach(i -> {
            publisher.publish("t", "m" + i, 1);
            harness.pass(Duration.ofMillis(50));
        });
        assertThat(client.heard()).hasSize(100);
        client.acknowledgeAll();
        assertThat(client.heard()).hasSize(5);
    }

    @Test
    void closesTheConnectionOfADeniedPublisher() {
        harness.registry.register(BrokerHarness.HERE, BrokerHarness.CERTIFICATE, allowing("iot:Connect", "*"));
        FakeClient client = harness.connect("d1");
        client.publish("t", "x", 1);
        assertThat(client.heard()).containsExactly("connected", "closed NOT_AUTHORIZED");
        assertThat(harness.facts.of(BrokerFact.AuthorizationFailed.class))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.action()).isEqualTo("iot:Publish");
                    assertThat(fact.topic()).isEqualTo("t");
                    assertThat(fact.clientId()).isEqualTo("d1");
                    assertThat(fact.sourceIp()).isEqualTo("192.0.2.1");
                });
    }

    @Test
    void answersADeniedPublisherOfMqttFiveAndLetsItStay() {
        harness.registry.register(BrokerHarness.HERE, BrokerHarness.CERTIFICATE, allowing("iot:Connect", "*"));
        FakeClient client = harness.connect(BrokerHarness.five("d1", true, 0));
        client.publish("t", "x", 1);
        assertThat(client.heard()).containsExactly("connected", "puback NOT_AUTHORIZED");
        client.publish("t", "x", 0);
        assertThat(client.heard()).containsExactly("closed NOT_AUTHORIZED");
    }

    @Test
    void asksForRetainPublishTooWhenAMessageIsToBeKept() {
        harness.registry.register(BrokerHarness.HERE, BrokerHarness.CERTIFICATE, """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["iot:Connect","iot:Publish"],
                "Resource":"*"}]}""");
        FakeClient client = harness.connect(BrokerHarness.five("d1", true, 0));
        client.publish("t", "x", 1);
        client.retain("t", "x", 1);
        assertThat(client.heard()).containsExactly("connected", "puback", "puback NOT_AUTHORIZED");
    }

    @Test
    void dropsADeniedDeliverySilentlyAndGoesOn() {
        FakeClient subscriber = harness.connect(BrokerHarness.request("s"), "cd".repeat(32), harness.first);
        assertThat(subscriber.heard()).containsExactly("refused NOT_AUTHORIZED silently");
        harness.registry.register(BrokerHarness.HERE, "cd".repeat(32), """
                {"Version":"2012-10-17","Statement":[
                {"Effect":"Allow","Action":["iot:Connect","iot:Subscribe"],"Resource":"*"},
                {"Effect":"Allow","Action":"iot:Receive","NotResource":"arn:aws:iot:*:*:topic/a/secret/*"}]}""");
        subscriber = harness.connect(BrokerHarness.request("s"), "cd".repeat(32), harness.first);
        subscriber.subscribe("a/#", 1);
        FakeClient publisher = harness.connect("p");
        publisher.publish("a/secret/x", "hidden", 1);
        publisher.publish("a/open/x", "shown", 1);
        assertThat(subscriber.heard()).containsExactly("connected", "suback [GRANTED_QOS_1]", "a/open/x=shown qos1");
        assertThat(harness.facts
                        .of(BrokerFact.AuthorizationFailed.class)
                        .getLast()
                        .action())
                .isEqualTo("iot:Receive");
    }

    @Test
    void metersEveryMessageInAndOut() {
        subscriber("s", "t", 0);
        harness.connect("p").publish("t", "12345", 0);
        assertThat(harness.facts.of(BrokerFact.MessageReceived.class))
                .containsExactly(new BrokerFact.MessageReceived(
                        BrokerHarness.HERE, "p", harness.clock.millis(), "t", 5, "192.0.2.1"));
        assertThat(harness.facts.of(BrokerFact.MessageDelivered.class))
                .containsExactly(
                        new BrokerFact.MessageDelivered(BrokerHarness.HERE, "s", harness.clock.millis(), "t", 5));
    }

    @Test
    void keepsTenantsApart() {
        harness.registry.register(BrokerHarness.THERE, "cd".repeat(32), allowing("*", "*"));
        FakeClient other = harness.connect(BrokerHarness.request("same"), "cd".repeat(32), harness.first);
        other.subscribe("#", 1);
        other.heard();
        FakeClient here = harness.connect("same");
        here.publish("t", "private", 1);
        assertThat(other.heard()).isEmpty();
        assertThat(here.heard()).containsExactly("connected", "puback");
    }

    @Test
    void refusesACertificateOfSeveralAccountsUnlessTheServerNameDecides() {
        harness.registry.register(BrokerHarness.THERE, BrokerHarness.CERTIFICATE, allowing("*", "*"));
        assertThat(harness.connect("d1").heard()).containsExactly("refused NOT_AUTHORIZED silently");
        assertThat(harness.counters.get(Counter.CERTIFICATES_UNKNOWN)).isEqualTo(1);
    }

    @Test
    void discardsWhatComesFasterThanAllowed() {
        FakeClient subscriber = subscriber("s", "t", 0);
        FakeClient publisher = harness.connect(BrokerHarness.five("p", true, 0));
        IntStream.range(0, 101).forEach(i -> publisher.publish("t", "x", 1));
        List<String> heard = publisher.heard();
        assertThat(heard.subList(1, 101)).containsOnly("puback");
        assertThat(heard.getLast()).isEqualTo("puback QUOTA_EXCEEDED");
        assertThat(subscriber.heard()).hasSize(100);
        harness.pass(Duration.ofSeconds(1));
        publisher.publish("t", "x", 1);
        assertThat(publisher.heard()).containsExactly("puback");
    }

    @Test
    void slowsDownDeliveriesOfQosOneToThePaceOfTheConnection() {
        FakeClient subscriber = subscriber("s", "t", 1);
        FakeClient one = harness.connect("p1");
        FakeClient two = harness.connect("p2");
        IntStream.range(0, 75).forEach(i -> one.publish("t", "x", 1));
        IntStream.range(0, 75).forEach(i -> two.publish("t", "x", 1));
        assertThat(subscriber.heard()).hasSize(100);
        harness.pass(Duration.ofSeconds(1));
        assertThat(subscriber.heard()).hasSize(50);
    }

    @Test
    void givesNewSubscribersTheRetainedMessageOfExactlyTheirTopic() {
        FakeClient publisher = harness.connect("p");
        publisher.retain("a/b", "kept", 1);
        FakeClient exact = harness.connect("exact");
        exact.subscribe("a/b", 1);
        assertThat(exact.heard()).containsExactly("connected", "suback [GRANTED_QOS_1]", "a/b=kept retained qos1");
        FakeClient wild = harness.connect("wild");
        wild.subscribe("a/+", 1);
        assertThat(wild.heard()).containsExactly("connected", "suback [GRANTED_QOS_1]");
        publisher.retain("a/b", "", 1);
        assertThat(exact.heard()).containsExactly("a/b= qos1");
        FakeClient late = harness.connect("late");
        late.subscribe("a/b", 1);
        assertThat(late.heard()).containsExactly("connected", "suback [GRANTED_QOS_1]");
    }

    @Test
    void sendsRetainedMessagesOnlyWhenTheSubscriberWantsThem() {
        harness.connect("p").retain("t", "kept", 0);
        FakeClient client = harness.connect(BrokerHarness.five("c", true, 0));
        client.subscribe(List.of(retained(RetainHandling.NEVER)));
        client.subscribe(List.of(retained(RetainHandling.IF_NEW)));
        assertThat(client.heard()).containsExactly("connected", "suback [SUCCESS]", "suback [SUCCESS]");
        client.unsubscribe("t");
        client.subscribe(List.of(retained(RetainHandling.IF_NEW)));
        assertThat(client.heard()).containsExactly("unsuback [SUCCESS]", "suback [SUCCESS]", "t=kept retained");
    }

    @Test
    void acknowledgesARetainedMessageOnlyWhenItIsOnDisk() {
        FakeClient publisher = harness.connect("p");
        harness.disk.hold();
        publisher.retain("t", "kept", 1);
        assertThat(publisher.heard()).containsExactly("connected");
        harness.disk.release();
        harness.settle();
        assertThat(publisher.heard()).containsExactly("puback");
        harness.crashAndRestart();
        FakeClient late = harness.connect("late");
        late.subscribe("t", 0);
        assertThat(late.heard()).containsExactly("connected", "suback [SUCCESS]", "t=kept retained");
    }

    @Test
    void neverAcknowledgesWhatCouldNotBeStored() {
        FakeClient three = harness.connect("three");
        FakeClient five = harness.connect(BrokerHarness.five("five", true, 0));
        harness.disk.failWith(new RetryableException("disk full", null));
        three.retain("t", "kept", 1);
        five.retain("t", "kept", 1);
        assertThat(three.heard()).containsExactly("connected", "closed UNSPECIFIED_ERROR");
        assertThat(five.heard()).containsExactly("connected", "puback UNSPECIFIED_ERROR");
        assertThat(harness.counters.get(Counter.STORE_FAILURES)).isEqualTo(2);
    }

    @Test
    void acknowledgesInTheOrderOfThePublishesAlthoughSomeWaitForTheDisk() {
        FakeClient publisher = harness.connect("p");
        harness.disk.hold();
        publisher.retain("t", "slow", 1);
        publisher.publish("t", "fast", 1);
        assertThat(publisher.heard()).containsExactly("connected");
        harness.disk.release();
        harness.settle();
        assertThat(publisher.heard()).containsExactly("puback", "puback");
    }

    @Test
    void readsNoFurtherFromAPublisherThatWaitsForTooManyAcknowledgements() {
        FakeClient publisher = harness.connect("p");
        harness.disk.hold();
        IntStream.range(0, 100).forEach(i -> publisher.retain("t", "m" + i, 1));
        assertThat(publisher.isReading()).isFalse();
        harness.disk.release();
        harness.settle();
        assertThat(publisher.isReading()).isTrue();
        assertThat(publisher.heard()).hasSize(101);
    }

    @Test
    void endsTheConnectionOfAnMqttFiveClientThatIgnoresTheReceiveMaximum() {
        FakeClient publisher = harness.connect(BrokerHarness.five("p", true, 0));
        harness.disk.hold();
        IntStream.range(0, 101).forEach(i -> publisher.retain("t", "m" + i, 1));
        assertThat(publisher.heard()).containsExactly("connected", "closed RECEIVE_MAXIMUM_EXCEEDED");
    }

    @Test
    void forwardsPropertiesAndDropsExpiredMessages() {
        FakeClient subscriber = subscriber("s", "t", 1);
        subscriber.becomeSlow();
        FakeClient publisher = harness.connect("p");
        long soon = harness.clock.millis() + 1_000;
        publisher.publish(new Message(new TopicName("t"), new byte[] {'x'}, 1, false, MessageProperties.NONE, soon));
        harness.pass(Duration.ofSeconds(2));
        subscriber.becomeFast();
        assertThat(subscriber.heard()).isEmpty();
        assertThat(harness.counters.get(Counter.MESSAGES_EXPIRED)).isEqualTo(1);
    }

    @Test
    void keepsAClientsOwnMessagesAwayWhenItAsks() {
        FakeClient client = harness.connect(BrokerHarness.five("c", true, 0));
        client.subscribe(List.of(new SubscriptionRequest(
                "t", Objects.requireNonNull(TopicFilter.parse("t")), 1, true, false, RetainHandling.ALWAYS)));
        client.publish("t", "own", 1);
        assertThat(client.heard()).containsExactly("connected", "suback [GRANTED_QOS_1]", "puback");
        harness.connect("other").publish("t", "foreign", 1);
        assertThat(client.heard()).containsExactly("t=foreign qos1");
    }

    @Test
    void sharesMessagesAmongTheConnectedMembersOfAGroup() {
        FakeClient one = subscriber("one", "$share/g/t", 1);
        FakeClient two = subscriber("two", "$share/g/t", 1);
        FakeClient publisher = harness.connect("p");
        IntStream.range(0, 10).forEach(i -> publisher.publish("t", "m" + i, 1));
        assertThat(one.heard()).hasSize(5);
        assertThat(two.heard()).hasSize(5);
        two.disconnect();
        IntStream.range(0, 10).forEach(i -> publisher.publish("t", "m" + i, 1));
        assertThat(one.heard()).hasSize(10);
    }

    @Test
    void publishesForTheServerItself() {
        FakeClient subscriber = subscriber("s", "alarms/+", 1);
        var done = harness.broker().publish(BrokerHarness.HERE, FakeClient.message("alarms/x", "!", 1, false));
        harness.settle();
        assertThat(done.toCompletableFuture()).isCompleted();
        assertThat(subscriber.heard()).containsExactly("alarms/x=! qos1");
    }

    @Test
    void refusesTopicsThatAreTooDeepOrReserved() {
        FakeClient deep = harness.connect("deep");
        deep.publish("a/b/c/d/e/f/g/h/i", "x", 0);
        assertThat(deep.heard()).containsExactly("connected", "closed TOPIC_NAME_INVALID");
        FakeClient invented = harness.connect("invented");
        invented.publish("$mine", "x", 0);
        assertThat(invented.heard()).containsExactly("connected", "closed TOPIC_NAME_INVALID");
        FakeClient events = harness.connect("events");
        events.publish("$aws/events/presence/connected/x", "x", 0);
        assertThat(events.heard()).containsExactly("connected", "closed TOPIC_NAME_INVALID");
    }

    @Test
    void saysThatAReservedTopicIsNotHandledHere() {
        FakeClient client = harness.connect(BrokerHarness.five("d", true, 0));
        client.publish("$aws/things/d/shadow/get", "{}", 1);
        assertThat(client.heard()).containsExactly("connected", "puback IMPLEMENTATION_SPECIFIC_ERROR");
        assertThat(harness.facts.of(BrokerFact.MessageReceived.class))
                .as("a refused message is not metered")
                .isEmpty();
    }

    @Test
    void handsReservedTopicsToTheirHandler() {
        var handled = new ArrayList<String>();
        var reports = new ReservedTopicHandler() {
            @Override
            public boolean takes(TopicName topic) {
                return topic.value().endsWith("/defender/metrics/json");
            }

            @Override
            public void handle(AccountRegion scope, Message message, MessagePublisher answers) {
                handled.add(scope + " " + message.topic() + " " + message.isRetain());
                answers.publish(scope, message.topic() + "/accepted", message.payload(), 1, false);
            }
        };
        var withHandler = new BrokerHarness(BrokerLimits.AWS, List.of(reports));
        FakeClient client = withHandler.connect("d");
        client.subscribe("$aws/things/d/defender/metrics/json", 1);
        client.subscribe("$aws/things/d/defender/metrics/json/+", 0);
        client.heard();
        client.publish("$aws/things/d/defender/metrics/json", "{}", 1);
        client.publish(FakeClient.message("$aws/things/e/defender/metrics/json", "{}", 0, true));
        assertThat(client.heard())
                .as("the answer and no copy of the message, which is not retained")
                .containsExactlyInAnyOrder("puback", "$aws/things/d/defender/metrics/json/accepted={}");
        assertThat(handled)
                .containsExactly(
                        "000000000000/us-east-1 $aws/things/d/defender/metrics/json false",
                        "000000000000/us-east-1 $aws/things/e/defender/metrics/json false");
        assertThat(withHandler.facts.of(BrokerFact.MessageReceived.class)).hasSize(2);
    }

    private FakeClient subscriber(String clientId, String filter, int qos) {
        FakeClient client = harness.connect(clientId);
        client.subscribe(filter, qos);
        client.heard();
        return client;
    }

    private static SubscriptionRequest retained(RetainHandling handling) {
        return new SubscriptionRequest("t", TopicFilter.parse("t"), 0, false, false, handling);
    }
}
