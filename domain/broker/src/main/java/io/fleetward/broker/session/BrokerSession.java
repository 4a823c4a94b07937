// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.subscription.Subscription;
import io.fleetward.kernel.topic.TopicFilter;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the broker remembers of one client: its subscriptions and the QoS 1 messages it has yet to acknowledge.
 *
 * <p>A state machine without time or threads; confined to whoever owns the session. A session that ends with its
 * connection keeps its messages in memory. A durable one numbers them, has each stored before it is sent, and reads
 * them back in order whenever it could not keep up or was away: {@code loaded} is the number up to which everything is
 * in memory or done with, {@code last} the highest ever given.
 */
public final class BrokerSession {
    private final ClientKey client;
    private final boolean isDurable;
    private final BrokerLimits.Session limits;
    private final Map<TopicFilter, Subscription> subscriptions = new LinkedHashMap<>(2);
    private final OutboundQueue outbound = new OutboundQueue();
    private final Set<Long> settling = new HashSet<>(2);
    private SessionTerms terms;
    private int window;
    private long last;
    private long loaded;
    private int stored;

    /** A new session with nothing in it, not yet connected; durable if it is to outlive its connection. */
    public BrokerSession(ClientKey client, SessionTerms terms, BrokerLimits limits) {
        this.client = client;
        this.isDurable = terms.isPersistent();
        this.terms = terms;
        this.limits = limits.session();
    }

    /** A durable session as it was found in the store. */
    public BrokerSession(
            ClientKey client, SessionTerms terms, BrokerLimits limits, List<Subscription> known, StoredQueue queue) {
        this(client, terms, limits);
        known.forEach(this::subscribe);
        last = queue.lastSequence();
        stored = queue.size();
    }

    public ClientKey client() {
        return client;
    }

    public SessionTerms terms() {
        return terms;
    }

    /** Whether messages are stored before they are acknowledged to their publishers. */
    public boolean isDurable() {
        return isDurable;
    }

    public boolean isConnected() {
        return window > 0;
    }

    public List<Subscription> subscriptions() {
        return List.copyOf(subscriptions.values());
    }

    /** Messages that wait or are in flight, in memory and in the store. */
    public int queued() {
        return isDurable ? stored : outbound.size();
    }

    /** A connection takes the session over; what was in flight is sent again. */
    public void attach(SessionTerms newTerms, int newWindow) {
        terms = newTerms;
        window = newWindow;
        forgetMemory();
    }

    /** The connection is gone; a durable session reads its messages back from the store later. */
    public void detach() {
        window = 0;
        forgetMemory();
    }

    /** Changes how long the session outlives its connection, as a DISCONNECT may ask. */
    public void changeTerms(SessionTerms newTerms) {
        terms = newTerms;
    }

    /** Adds or replaces the subscription; answers false, and does nothing, when there are too many already. */
    public boolean subscribe(Subscription subscription) {
        boolean isNew = !subscriptions.containsKey(subscription.filter());
        if (isNew && subscriptions.size() >= limits.maxSubscriptions()) {
            return false;
        }
        subscriptions.put(subscription.filter(), subscription);
        return true;
    }

    /** Removes the subscription; answers whether there was one. */
    public boolean unsubscribe(TopicFilter filter) {
        return subscriptions.remove(filter) != null;
    }

    /** Decides what becomes of a message for this client. */
    public Placement place(Message message, int grantedQos) {
        if (Math.min(message.qos(), grantedQos) == 0) {
            return isConnected() ? Placement.SendNow.DECIDED : Placement.Dropped.DECIDED;
        }
        if (queued() >= limits.maxQueued()) {
            return Placement.Dropped.DECIDED;
        }
        if (isDurable) {
            stored++;
            last++;
            return new Placement.Store(new QueuedMessage(last, message));
        }
        if (!isConnected() || !hasRoom(message)) {
            return Placement.Dropped.DECIDED;
        }
        outbound.offer(new QueuedMessage(QueuedMessage.UNSTORED, message));
        return Placement.Held.DECIDED;
    }

    /** The message is on disk: it is sent from memory unless something older is still to be read back. */
    public void stored(QueuedMessage queued) {
        boolean isNext = queued.sequence() == loaded + 1;
        if (isConnected() && isNext && outbound.size() < loadSize() && hasRoom(queued.message())) {
            outbound.offer(queued);
            loaded = queued.sequence();
        }
    }

    /** The message could not be stored and is not going to be delivered. */
    public void notStored() {
        stored--;
    }

    /** Whether the store holds messages that are to be read into memory now. */
    public boolean wantsLoad() {
        return isDurable && isConnected() && outbound.waiting() == 0 && stored > outbound.size();
    }

    /** The number after which the store is to be read. */
    public long loadAfter() {
        return loaded;
    }

    /** How many messages are to be read at a time. */
    public int loadSize() {
        return 2 * limits.maxInFlight();
    }

    /** The store was read after that number; what was acknowledged meanwhile is left out. */
    public void load(long after, List<QueuedMessage> messages) {
        if (!isConnected() || after != loaded) {
            return;
        }
        for (QueuedMessage message : messages) {
            if (!settling.contains(message.sequence())) {
                outbound.offer(message);
            }
            loaded = message.sequence();
        }
    }

    /** The next QoS 1 message to send, now in flight; null when none waits or the client is to acknowledge first. */
    public @Nullable InFlight next() {
        return outbound.next(window);
    }

    /** The client acknowledged, or the message is given up; null when nothing is in flight under this id. */
    public @Nullable QueuedMessage acknowledge(int packetId) {
        QueuedMessage message = outbound.acknowledge(packetId);
        if (message != null && isDurable) {
            stored--;
            settling.add(message.sequence());
        }
        return message;
    }

    /** These acknowledged messages are gone from the store. */
    public void settled(Collection<Long> sequences) {
        settling.removeAll(sequences);
    }

    private boolean hasRoom(Message message) {
        return outbound.size() == 0 || outbound.bytes() + message.payload().length <= limits.maxHeldBytes();
    }

    private void forgetMemory() {
        outbound.clear();
        loaded = stored == 0 ? last : 0;
    }

    /** How much waits in the store for a session: the number of messages and the highest sequence, 0 for none. */
    public record StoredQueue(int size, long lastSequence) {
        /** Nothing waits. */
        public static final StoredQueue EMPTY = new StoredQueue(0, 0);
    }
}
