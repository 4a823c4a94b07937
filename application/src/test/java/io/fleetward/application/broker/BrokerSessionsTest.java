// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.error.RetryableException;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.broker.session.SessionTerms;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BrokerSessionsTest {
    private final BrokerHarness harness = new BrokerHarness();

    @Test
    void keepsSubscriptionsAndMessagesOfAClientThatIsAway() {
        FakeClient before = harness.connectDurably("d1");
        before.subscribe("t", 1);
        before.disconnect();
        FakeClient publisher = harness.connect("p");
        publisher.publish("t", "one", 1);
        publisher.publish("t", "two", 1);
        publisher.publish("t", "zero", 0);
        assertThat(publisher.heard()).containsExactly("connected", "puback", "puback");
        FakeClient after = harness.connectDurably("d1");
        assertThat(after.heard()).containsExactly("connected again", "t=one qos1", "t=two qos1");
    }

    @Test
    void losesNothingThatWasAcknowledgedInACrash() {
        FakeClient before = harness.connectDurably("d1");
        before.subscribe("t", 1);
        before.disconnect();
        FakeClient publisher = harness.connect("p");
        IntStream.range(0, 90).forEach(i -> publisher.publish("t", "m" + i, 1));
        assertThat(publisher.heard()).hasSize(91);
        harness.crashAndRestart();
        FakeClient after = harness.connectDurably("d1");
        List<String> heard = after.heard();
        assertThat(heard).hasSize(91).startsWith("connected again", "t=m0 qos1").endsWith("t=m89 qos1");
        harness.crashAndRestart();
        assertThat(harness.connectDurably("d1").heard()).containsExactly("connected again");
    }

    @Test
    void acknowledgesToThePublisherOnlyWhatIsOnDiskForAnAbsentClient() {
        FakeClient before = harness.connectDurably("d1");
        before.subscribe("t", 1);
        before.disconnect();
        FakeClient publisher = harness.connect("p");
        harness.disk.hold();
        publisher.publish("t", "lost", 1);
        assertThat(publisher.heard()).containsExactly("connected");
        harness.crashAndRestart();
        assertThat(harness.connectDurably("d1").heard()).containsExactly("connected again");
    }

    @Test
    void storesMessagesForAConnectedDurableClientToo() {
        FakeClient subscriber = harness.connectDurably("d1").withoutAcknowledging();
        subscriber.subscribe("t", 1);
        harness.connect("p").publish("t", "x", 1);
        assertThat(subscriber.heard()).containsExactly("connected", "suback [GRANTED_QOS_1]", "t=x qos1");
        harness.crashAndRestart();
        assertThat(harness.connectDurably("d1").heard()).containsExactly("connected again", "t=x qos1");
    }

    @Test
    void sendsAgainInOrderWhatWasNotAcknowledged() {
        FakeClient first = harness.connectDurably("d1").withoutAcknowledging();
        first.subscribe("t", 1);
        FakeClient publisher = harness.connect("p");
        publisher.publish("t", "one", 1);
        publisher.publish("t", "two", 1);
        first.loseConnection();
        publisher.publish("t", "three", 1);
        assertThat(harness.connectDurably("d1").heard())
                .containsExactly("connected again", "t=one qos1", "t=two qos1", "t=three qos1");
    }

    @Test
    void readsBackMoreThanFitsInMemory() {
        FakeClient before = harness.connectDurably("d1");
        before.subscribe("t", 1);
        before.disconnect();
        IntStream.range(0, 450).forEach(i -> {
            var _ = harness.broker().publish(BrokerHarness.HERE, FakeClient.message("t", "m" + i, 1, false));
            harness.settle();
        });
        FakeClient after = harness.connectDurably("d1");
        IntStream.range(0, 10).forEach(i -> harness.pass(Duration.ofSeconds(1)));
        List<String> heard = after.heard();
        assertThat(heard).hasSize(451);
        assertThat(heard.subList(1, 451))
                .isEqualTo(IntStream.range(0, 450)
                        .mapToObj(i -> "t=m" + i + " qos1")
                        .toList());
    }

    @Test
    void forgetsASessionWhenItsTimeIsOver() {
        FakeClient before = harness.connectDurably("d1");
        before.subscribe("t", 1);
        before.disconnect();
        harness.pass(Duration.ofSeconds(3_601));
        assertThat(harness.connectDurably("d1").heard()).containsExactly("connected");
        harness.crashAndRestart();
        FakeClient again = harness.connectDurably("d1");
        harness.connect("p").publish("t", "x", 1);
        assertThat(again.heard()).containsExactly("connected again");
    }

    @Test
    void forgetsASessionThatExpiresAfterARestart() {
        FakeClient before = harness.connectDurably("d1");
        before.subscribe("t", 1);
        before.disconnect();
        harness.pass(Duration.ofMinutes(50));
        harness.crashAndRestart();
        harness.pass(Duration.ofSeconds(601));
        assertThat(harness.connectDurably("d1").heard()).containsExactly("connected");
    }

    @Test
    void startsAfreshWhenTheClientAsks() {
        FakeClient before = harness.connectDurably("d1");
        before.subscribe("t", 1);
        before.disconnect();
        FakeClient clean = harness.connect("d1");
        harness.connect("p").publish("t", "x", 1);
        assertThat(clean.heard()).containsExactly("connected");
        clean.disconnect();
        assertThat(harness.connectDurably("d1").heard()).containsExactly("connected");
    }

    @Test
    void leavesNothingOfACleanSessionBehind() {
        FakeClient before = harness.connect("d1");
        before.subscribe("t", 1);
        before.loseConnection();
        FakeClient publisher = harness.connect("p");
        publisher.publish("t", "x", 1);
        assertThat(publisher.heard()).containsExactly("connected", "puback");
        assertThat(harness.connectDurably("d1").heard()).containsExactly("connected");
    }

    @Test
    void letsTheNewcomerTakeTheClientIdOverOnAnotherLoop() {
        FakeClient old = harness.connectDurably("d1");
        old.subscribe("t", 1);
        old.heard();
        FakeClient newcomer = harness.connect(BrokerHarness.durable("d1"), BrokerHarness.CERTIFICATE, harness.second);
        assertThat(old.heard()).containsExactly("closed SESSION_TAKEN_OVER");
        harness.connect("p").publish("t", "x", 1);
        assertThat(newcomer.heard()).containsExactly("connected again", "t=x qos1");
        assertThat(harness.facts.of(BrokerFact.Disconnected.class))
                .singleElement()
                .extracting(BrokerFact.Disconnected::reason)
                .isEqualTo(DisconnectReason.DUPLICATE_CLIENTID);
    }

    @Test
    void givesOneOfTwoSimultaneousNewcomersTheSession() {
        harness.connectDurably("d1").disconnect();
        var one = new FakeClient(harness, harness.first);
        var two = new FakeClient(harness, harness.second);
        for (FakeClient client : List.of(one, two)) {
            client.loop().execute(() -> {
                var peer = new Peer.Device(BrokerHarness.CERTIFICATE, "192.0.2.1", null, null);
                var _ = harness.broker()
                        .connect(peer, BrokerHarness.durable("d1"), client)
                        .thenAccept(client::outcome);
            });
        }
        harness.settle();
        assertThat(harness.broker().list(BrokerHarness.HERE)).hasSize(1);
        assertThat(List.of(one.heard().getLast(), two.heard().getLast())).containsOnlyOnce("connected again");
    }

    @Test
    void publishesTheWillOfATakenOverConnection() {
        FakeClient watcher = harness.connect("watcher");
        watcher.subscribe("wills/+", 1);
        watcher.heard();
        harness.connect(BrokerHarness.withWill("d1", FakeClient.message("wills/d1", "gone", 1, false)));
        harness.connect("d1");
        assertThat(watcher.heard()).containsExactly("wills/d1=gone qos1");
    }

    @Test
    void publishesTheWillUnlessTheClientSaidGoodBye() {
        FakeClient watcher = harness.connect("watcher");
        watcher.subscribe("wills/+", 1);
        watcher.heard();
        var will = FakeClient.message("wills/d1", "gone", 1, true);
        harness.connect(BrokerHarness.withWill("d1", will)).disconnect();
        assertThat(watcher.heard()).isEmpty();
        harness.connect(BrokerHarness.withWill("d1", will)).loseConnection();
        assertThat(watcher.heard()).containsExactly("wills/d1=gone qos1");
        FakeClient late = harness.connect("late");
        late.subscribe("wills/d1", 0);
        assertThat(late.heard()).containsExactly("connected", "suback [SUCCESS]", "wills/d1=gone retained");
    }

    @Test
    void keepsTheSessionOfAnMqttFiveClientAsLongAsItAsksAndNoLongerThanAllowed() {
        FakeClient client = harness.connect(BrokerHarness.five("d1", true, 60));
        client.subscribe("t", 1);
        client.loseConnection();
        harness.pass(Duration.ofSeconds(59));
        assertThat(harness.connect(BrokerHarness.five("d1", false, 60)).heard()).containsExactly("connected again");
    }

    @Test
    void letsADisconnectChangeWhenTheSessionEnds() {
        FakeClient client = harness.connect(BrokerHarness.five("d1", true, 60));
        client.disconnectWith(new SessionTerms(0));
        assertThat(harness.connect(BrokerHarness.five("d1", false, 60)).heard()).containsExactly("connected");
        FakeClient ending = harness.connect(BrokerHarness.five("d2", true, 0));
        ending.disconnectWith(new SessionTerms(60));
        assertThat(ending.heard()).containsExactly("connected", "closed PROTOCOL_ERROR");
    }

    @Test
    void dropsTheNewestMessagesWhenAQueueIsFull() {
        var limits = new BrokerLimits(
                BrokerLimits.AWS.packet(),
                new BrokerLimits.Session(50, 100, 8, 3, 1_000_000),
                BrokerLimits.AWS.keepAlive(),
                BrokerLimits.Pace.UNLIMITED,
                10,
                10);
        var small = new BrokerHarness(limits, List.of());
        FakeClient before = small.connectDurably("d1");
        before.subscribe("t", 1);
        before.disconnect();
        FakeClient publisher = small.connect("p");
        IntStream.range(0, 5).forEach(i -> publisher.publish("t", "m" + i, 1));
        assertThat(small.connectDurably("d1").heard())
                .containsExactly("connected again", "t=m0 qos1", "t=m1 qos1", "t=m2 qos1");
        assertThat(small.counters.get(Counter.MESSAGES_DROPPED_QUEUE_FULL)).isEqualTo(2);
    }

    @Test
    void refusesMoreConnectionsThanAllowed() {
        var limits = new BrokerLimits(
                BrokerLimits.AWS.packet(),
                BrokerLimits.AWS.session(),
                BrokerLimits.AWS.keepAlive(),
                BrokerLimits.AWS.pace(),
                10,
                1);
        var small = new BrokerHarness(limits, List.of());
        FakeClient first = small.connect("d1");
        assertThat(small.connect("d2").heard()).containsExactly("refused QUOTA_EXCEEDED");
        first.disconnect();
        assertThat(small.connect("d2").heard()).containsExactly("connected");
    }

    @Test
    void refusesADurableSessionThatCannotBeWritten() {
        harness.disk.failWith(new RetryableException("disk full", null));
        assertThat(harness.connectDurably("d1").heard()).containsExactly("refused SERVER_UNAVAILABLE");
        assertThat(harness.connect("d1").heard()).containsExactly("connected");
    }

    @Test
    void acknowledgesASubscriptionOfADurableSessionOnlyWhenItIsWritten() {
        FakeClient client = harness.connectDurably("d1");
        harness.disk.hold();
        client.subscribe("t", 1);
        assertThat(client.heard()).containsExactly("connected");
        harness.disk.release();
        harness.settle();
        assertThat(client.heard()).containsExactly("suback [GRANTED_QOS_1]");
    }

    @Test
    void closesAConnectionOnRequestAndForgetsTheSessionIfAsked() {
        FakeClient client = harness.connectDurably("d1");
        var key = new ClientKey(BrokerHarness.HERE, "d1");
        var closed = harness.broker().close(key, true, true);
        harness.settle();
        assertThat(closed.toCompletableFuture()).isCompletedWithValue(true);
        assertThat(client.heard()).containsExactly("connected", "closed ADMINISTRATIVE_ACTION");
        assertThat(harness.connectDurably("d1").heard()).containsExactly("connected");
        var unknown = harness.broker().close(new ClientKey(BrokerHarness.HERE, "nobody"), true, true);
        assertThat(unknown.toCompletableFuture()).isCompletedWithValue(false);
    }

    @Test
    void tellsEveryClientWhenTheServerStops() {
        FakeClient one = harness.connect("d1");
        FakeClient two = harness.connect(BrokerHarness.durable("d2"), BrokerHarness.CERTIFICATE, harness.second);
        var stopped = harness.broker().stop();
        harness.settle();
        assertThat(stopped.toCompletableFuture()).isCompleted();
        assertThat(one.heard()).containsExactly("connected", "closed SERVER_SHUTTING_DOWN");
        assertThat(two.heard()).containsExactly("connected", "closed SERVER_SHUTTING_DOWN");
    }

    @Test
    void endsAConnectionThatCannotReadItsQueue() {
        FakeClient before = harness.connectDurably("d1");
        before.subscribe("t", 1);
        before.disconnect();
        harness.connect("p").publish("t", "x", 1);
        harness.disk.failReads(new RetryableException("disk gone", null));
        FakeClient after = harness.connectDurably("d1");
        assertThat(after.heard()).containsExactly("connected again", "closed UNSPECIFIED_ERROR");
    }
}
