// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.subscription.Subscription;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class BrokerSessionTest {
    static final ClientKey CLIENT = new ClientKey(AccountRegion.of("000000000000", "us-east-1"), "d1");
    private static final SessionTerms HOUR = new SessionTerms(3_600);

    @Test
    void sendsQosZeroAtOnceAndOnlyWhileConnected() {
        var session = clean();
        assertThat(session.place(message(0), 1)).isInstanceOf(Placement.Dropped.class);
        session.attach(SessionTerms.CLEAN, 100);
        assertThat(session.place(message(0), 1)).isInstanceOf(Placement.SendNow.class);
        assertThat(session.place(message(1), 0)).isInstanceOf(Placement.SendNow.class);
    }

    @Test
    void holdsNoMoreInFlightThanTheClientTakes() {
        var session = clean();
        session.attach(SessionTerms.CLEAN, 2);
        for (int i = 0; i < 3; i++) {
            assertThat(session.place(message(1), 1)).isInstanceOf(Placement.Held.class);
        }
        int first = Objects.requireNonNull(session.next()).packetId();
        assertThat(session.next()).isNotNull();
        assertThat(session.next()).isNull();
        assertThat(session.acknowledge(first)).isNotNull();
        assertThat(session.next()).isNotNull();
    }

    @Test
    void ignoresAcknowledgementsOfNothing() {
        var session = clean();
        session.attach(SessionTerms.CLEAN, 2);
        assertThat(session.acknowledge(1)).isNull();
        assertThat(session.acknowledge(65_535)).isNull();
    }

    @Test
    void forgetsEverythingInMemoryWhenACleanConnectionEnds() {
        var session = clean();
        session.attach(SessionTerms.CLEAN, 100);
        session.place(message(1), 1);
        session.detach();
        assertThat(session.queued()).isZero();
        assertThat(session.place(message(1), 1)).isInstanceOf(Placement.Dropped.class);
    }

    @Test
    void storesBeforeItSendsInADurableSession() {
        var session = durable();
        session.attach(HOUR, 100);
        var store = (Placement.Store) session.place(message(1), 1);
        assertThat(session.next()).isNull();
        session.stored(store.message());
        assertThat(Objects.requireNonNull(session.next()).queued()).isEqualTo(store.message());
    }

    @Test
    void readsBackWhatCameWhileItWasAway() {
        var session = durable();
        var first = ((Placement.Store) session.place(message(1), 1)).message();
        var second = ((Placement.Store) session.place(message(1), 1)).message();
        session.stored(first);
        session.stored(second);
        session.attach(HOUR, 100);
        assertThat(session.wantsLoad()).isTrue();
        session.load(session.loadAfter(), List.of(first, second));
        assertThat(Objects.requireNonNull(session.next()).queued()).isEqualTo(first);
        assertThat(Objects.requireNonNull(session.next()).queued()).isEqualTo(second);
        assertThat(session.wantsLoad()).isFalse();
    }

    @Test
    void sendsAgainWhatWasInFlightWhenTheConnectionEnded() {
        var session = durable();
        session.attach(HOUR, 100);
        var sent = ((Placement.Store) session.place(message(1), 1)).message();
        session.stored(sent);
        session.next();
        session.detach();
        session.attach(HOUR, 100);
        assertThat(session.wantsLoad()).isTrue();
        session.load(0, List.of(sent));
        assertThat(Objects.requireNonNull(session.next()).queued()).isEqualTo(sent);
    }

    @Test
    void doesNotSendAgainWhatIsAcknowledgedButStillInTheStore() {
        var session = durable();
        session.attach(HOUR, 100);
        var done = ((Placement.Store) session.place(message(1), 1)).message();
        var open = ((Placement.Store) session.place(message(1), 1)).message();
        session.stored(done);
        session.stored(open);
        session.acknowledge(Objects.requireNonNull(session.next()).packetId());
        session.detach();
        session.attach(HOUR, 100);
        session.load(0, List.of(done, open));
        assertThat(Objects.requireNonNull(session.next()).queued()).isEqualTo(open);
        assertThat(session.next()).isNull();
    }

    @Test
    void ignoresWhatWasReadForAnEarlierConnection() {
        var session = durable();
        session.attach(HOUR, 100);
        var message = ((Placement.Store) session.place(message(1), 1)).message();
        session.stored(message);
        session.load(0, List.of());
        session.load(77, List.of(new QueuedMessage(78, message(1))));
        assertThat(Objects.requireNonNull(session.next()).queued()).isEqualTo(message);
        assertThat(session.next()).isNull();
    }

    @Test
    void dropsTheNewestMessageWhenTheQueueIsFull() {
        var limits = new BrokerLimits(
                BrokerLimits.AWS.packet(),
                new BrokerLimits.Session(50, 100, 8, 2, 1_000),
                BrokerLimits.AWS.keepAlive(),
                BrokerLimits.AWS.pace(),
                1,
                1);
        var session = new BrokerSession(CLIENT, HOUR, limits);
        assertThat(session.place(message(1), 1)).isInstanceOf(Placement.Store.class);
        assertThat(session.place(message(1), 1)).isInstanceOf(Placement.Store.class);
        assertThat(session.place(message(1), 1)).isInstanceOf(Placement.Dropped.class);
        session.notStored();
        assertThat(session.place(message(1), 1)).isInstanceOf(Placement.Store.class);
    }

    @Test
    void boundsTheBytesThatWaitInMemory() {
        var session = clean();
        session.attach(SessionTerms.CLEAN, 100);
        Message large = Message.of(new TopicName("t"), new byte[131_072], 1, false);
        int taken = 0;
        while (session.place(large, 1) instanceof Placement.Held) {
            taken++;
        }
        assertThat(taken).isEqualTo(64);
    }

    @Test
    void refusesMoreSubscriptionsThanAllowedButReplacesOnes() {
        var session = clean();
        for (int i = 0; i < 50; i++) {
            assertThat(session.subscribe(subscription("a/" + i))).isTrue();
        }
        assertThat(session.subscribe(subscription("b"))).isFalse();
        assertThat(session.subscribe(subscription("a/1"))).isTrue();
        assertThat(session.unsubscribe(new TopicFilter(null, "a/1"))).isTrue();
        assertThat(session.unsubscribe(new TopicFilter(null, "a/1"))).isFalse();
        assertThat(session.subscribe(subscription("b"))).isTrue();
    }

    @Test
    void continuesItsNumbersAfterARestart() {
        var session = new BrokerSession(
                CLIENT, HOUR, BrokerLimits.AWS, List.of(subscription("a")), new BrokerSession.StoredQueue(3, 17));
        assertThat(session.queued()).isEqualTo(3);
        assertThat(session.subscriptions()).containsExactly(subscription("a"));
        var store = (Placement.Store) session.place(message(1), 1);
        assertThat(store.message().sequence()).isEqualTo(18);
    }

    static Message message(int qos) {
        return Message.of(new TopicName("t"), new byte[] {1}, qos, false);
    }

    private static Subscription subscription(String filter) {
        return Subscription.of(new TopicFilter(null, filter), 1);
    }

    private static BrokerSession clean() {
        return new BrokerSession(CLIENT, SessionTerms.CLEAN, BrokerLimits.AWS);
    }

    private static BrokerSession durable() {
        return new BrokerSession(CLIENT, HOUR, BrokerLimits.AWS);
    }
}
