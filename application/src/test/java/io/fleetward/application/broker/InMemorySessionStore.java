// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.broker.session.BrokerSession.StoredQueue;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.broker.session.QueuedMessage;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Sessions in memory. */
public final class InMemorySessionStore implements SessionStore {
    private record Place(ClientKey client, long sequence) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::client)
                    .thenComparingLong(Place::sequence)
                    .compare(this, other);
        }
    }

    private record Row(ClientKey client, QueuedMessage queued) {}

    private final InMemoryTable<ClientKey, StoredSession> sessions = new InMemoryTable<>();
    private final InMemoryTable<Place, Row> messages = new InMemoryTable<>();

    @Override
    public List<StoredSession> all(Tx tx) {
        return sessions.all(tx);
    }

    @Override
    public void save(Tx tx, StoredSession session) {
        sessions.put(tx, session.client(), session);
    }

    @Override
    public void delete(Tx tx, ClientKey client) {
        sessions.remove(tx, client);
        ofClient(tx, client).forEach(queued -> messages.remove(tx, new Place(client, queued.sequence())));
    }

    @Override
    public void enqueue(Tx tx, ClientKey client, QueuedMessage message) {
        messages.put(tx, new Place(client, message.sequence()), new Row(client, message));
    }

    @Override
    public StoredQueue queue(Tx tx, ClientKey client) {
        List<QueuedMessage> queue = ofClient(tx, client);
        return new StoredQueue(
                queue.size(), queue.isEmpty() ? 0 : queue.getLast().sequence());
    }

    @Override
    public List<QueuedMessage> queued(Tx tx, ClientKey client, long afterSequence, int limit) {
        return ofClient(tx, client).stream()
                .filter(queued -> queued.sequence() > afterSequence)
                .limit(limit)
                .toList();
    }

    @Override
    public void dequeue(Tx tx, ClientKey client, Collection<Long> sequences) {
        sequences.forEach(sequence -> messages.remove(tx, new Place(client, sequence)));
    }

    private List<QueuedMessage> ofClient(Tx tx, ClientKey client) {
        return messages.all(tx).stream()
                .filter(row -> row.client().equals(client))
                .map(Row::queued)
                .toList();
    }
}
