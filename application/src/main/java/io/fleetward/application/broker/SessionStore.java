// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.store.Tx;
import io.fleetward.broker.session.BrokerSession.StoredQueue;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.broker.session.QueuedMessage;
import java.util.Collection;
import java.util.List;

/** Keeps persistent sessions and the messages that wait for them. Thread-safe. */
public interface SessionStore {
    /** Every session of every account, in key order; read once at start. */
    List<StoredSession> all(Tx tx);

    /** Inserts or replaces the session with its subscriptions; its queue is left alone. */
    void save(Tx tx, StoredSession session);

    /** Removes the session, its subscriptions and its queue; without effect when there is none. */
    void delete(Tx tx, ClientKey client);

    /** Appends a message; the sequence must be higher than any before. */
    void enqueue(Tx tx, ClientKey client, QueuedMessage message);

    /** The state of a client's queue. */
    StoredQueue queue(Tx tx, ClientKey client);

    /** The first {@code limit} messages after the sequence, in order. */
    List<QueuedMessage> queued(Tx tx, ClientKey client, long afterSequence, int limit);

    /** Removes messages that were acknowledged or have expired. */
    void dequeue(Tx tx, ClientKey client, Collection<Long> sequences);
}
