// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.store.Transactions;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.message.MessageProperties;
import io.fleetward.broker.message.MessageProperties.UserProperty;
import io.fleetward.broker.session.BrokerSession.StoredQueue;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.broker.session.QueuedMessage;
import io.fleetward.broker.subscription.Subscription;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of sessions promises. */
public abstract class SessionStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("000000000000", "eu-west-1");
    private static final ClientKey CLIENT = new ClientKey(HERE, "pump-7");
    private static final ClientKey SAME_NAME = new ClientKey(THERE, "pump-7");

    protected abstract Transactions transactions();

    protected abstract SessionStore store();

    @Test
    void givesBackSessionsWithTheirSubscriptions() {
        var session = new StoredSession(
                CLIENT,
                3_600,
                StoredSession.CONNECTED,
                List.of(
                        new Subscription(new TopicFilter(null, "a/+/ü"), 1, true, false),
                        new Subscription(new TopicFilter("g", "b/#"), 0, false, true)));
        save(session);
        assertThat(all()).containsExactly(session);
    }

    @Test
    void replacesASessionAndLeavesItsQueueAlone() {
        save(session(CLIENT, 10));
        enqueue(CLIENT, 1);
        save(session(CLIENT, 20));
        assertThat(all()).containsExactly(session(CLIENT, 20));
        assertThat(queue(CLIENT)).isEqualTo(new StoredQueue(1, 1));
    }

    @Test
    void deletesASessionWithItsQueueAndNoOther() {
        save(session(CLIENT, 10));
        save(session(SAME_NAME, 10));
        enqueue(CLIENT, 1);
        enqueue(SAME_NAME, 1);
        transactions().change(tx -> store().delete(tx, CLIENT));
        transactions().change(tx -> store().delete(tx, CLIENT));
        assertThat(all()).containsExactly(session(SAME_NAME, 10));
        assertThat(queue(CLIENT)).isEqualTo(StoredQueue.EMPTY);
        assertThat(queue(SAME_NAME)).isEqualTo(new StoredQueue(1, 1));
    }

    @Test
    void readsTheQueueInOrderAndInPieces() {
        for (long sequence : new long[] {1, 2, 3, 10, 11}) {
            enqueue(CLIENT, sequence);
        }
        assertThat(sequences(0, 3)).containsExactly(1L, 2L, 3L);
        assertThat(sequences(3, 3)).containsExactly(10L, 11L);
        assertThat(sequences(11, 3)).isEmpty();
        assertThat(queue(CLIENT)).isEqualTo(new StoredQueue(5, 11));
    }

    @Test
    void removesAcknowledgedMessagesOnly() {
        for (long sequence = 1; sequence <= 4; sequence++) {
            enqueue(CLIENT, sequence);
        }
        enqueue(SAME_NAME, 2);
        transactions().change(tx -> store().dequeue(tx, CLIENT, List.of(2L, 3L, 99L)));
        assertThat(sequences(0, 10)).containsExactly(1L, 4L);
        assertThat(queue(SAME_NAME)).isEqualTo(new StoredQueue(1, 2));
    }

    @Test
    void keepsEveryPartOfAMessage() {
        byte[] payload = new byte[256];
        for (int i = 0; i < payload.length; i++) {
            payload[i] = (byte) i;
        }
        var properties = new MessageProperties(
                1,
                "text/plain",
                "reply/ü",
                "00ff",
                List.of(new UserProperty("b", "1"), new UserProperty("a", ""), new UserProperty("b", "2")));
        var message = new Message(new TopicName("a/ü"), payload, 1, true, properties, 123_456L);
        transactions().change(tx -> store().enqueue(tx, CLIENT, new QueuedMessage(1, message)));
        Message read = transactions()
                .read(tx -> store().queued(tx, CLIENT, 0, 1))
                .getFirst()
                .message();
        assertThat(read.topic()).isEqualTo(message.topic());
        assertThat(read.payload()).isEqualTo(payload);
        assertThat(read.qos()).isEqualTo(1);
        assertThat(read.isRetain()).isTrue();
        assertThat(read.properties()).isEqualTo(properties);
        assertThat(read.expiresAt()).isEqualTo(123_456L);
    }

    private void save(StoredSession session) {
        transactions().change(tx -> store().save(tx, session));
    }

    private List<StoredSession> all() {
        return transactions().read(store()::all);
    }

    private void enqueue(ClientKey client, long sequence) {
        var message = Message.of(new TopicName("t"), new byte[] {1}, 1, false);
        transactions().change(tx -> store().enqueue(tx, client, new QueuedMessage(sequence, message)));
    }

    private StoredQueue queue(ClientKey client) {
        return transactions().read(tx -> store().queue(tx, client));
    }

    private List<Long> sequences(long after, int limit) {
        return transactions().read(tx -> store().queued(tx, CLIENT, after, limit)).stream()
                .map(QueuedMessage::sequence)
                .toList();
    }

    private static StoredSession session(ClientKey client, long expiry) {
        return new StoredSession(client, expiry, 1_000, List.of());
    }
}
