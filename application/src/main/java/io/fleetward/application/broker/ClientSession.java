// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.time.Timers;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.BrokerSession;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.broker.session.Placement;
import io.fleetward.broker.session.QueuedMessage;
import io.fleetward.broker.subscription.Recipient;
import io.fleetward.broker.subscription.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A {@link BrokerSession} with its loop, its connection if it has one, and its place in the store.
 *
 * <p>Everything but {@link #accept} and the questions is called on the session's loop. The loop changes when a
 * connection of another loop takes the session over; what arrives at the old loop is passed on.
 */
final class ClientSession {
    private final BrokerCore core;
    private final Tenant tenant;
    private final BrokerSession state;
    private final List<Long> acknowledged = new ArrayList<>(0);
    private volatile Loop loop;
    private volatile @Nullable ClientConnection claimant;
    private volatile @Nullable ClientConnection connection;
    private Timers.@Nullable Timer expiry;
    private long expiresAt;
    private boolean isGone;
    private boolean isSettling;
    private boolean isLoading;

    ClientSession(BrokerCore core, BrokerSession state, Loop loop) {
        this.core = core;
        this.state = state;
        this.loop = loop;
        tenant = core.router().tenant(state.client().scope());
    }

    ClientKey client() {
        return state.client();
    }

    Tenant tenant() {
        return tenant;
    }

    BrokerSession state() {
        return state;
    }

    Loop loop() {
        return loop;
    }

    boolean isDurable() {
        return state.isDurable();
    }

    /** The live connection; null while there is none. */
    @Nullable
    ClientConnection connection() {
        return connection;
    }

    boolean isConnected() {
        return connection != null;
    }

    /** Takes a message from any thread. */
    void accept(Message message, Recipient<ClientSession> recipient, @Nullable Receipt receipt) {
        if (loop.isCurrent()) {
            deliver(message, recipient, receipt);
        } else {
            loop.execute(() -> accept(message, recipient, receipt));
        }
    }

    /** Gives the session to a newcomer that claims it, ending any connection it has; or ends the session for it. */
    void handOver(ClientConnection newcomer) {
        if (!loop.isCurrent()) {
            loop.execute(() -> handOver(newcomer));
            return;
        }
        ClientConnection current = connection;
        if (current != null) {
            current.end(DisconnectReason.DUPLICATE_CLIENTID);
        }
        boolean goesOn = !isGone
                && state.isDurable()
                && state.terms().isPersistent()
                && !newcomer.request().isCleanStart();
        if (goesOn) {
            cancelExpiry();
            claimant = newcomer;
            loop = newcomer.loop();
            loop.execute(() -> open(newcomer, true));
        } else {
            remove();
            newcomer.loop().execute(() -> core.directory().claim(newcomer));
        }
    }

    /** Opens the session for the connection that claimed it, or tells it that another one was faster. */
    void open(ClientConnection newcomer, boolean isPresent) {
        if (isPresent && claimant != newcomer) {
            newcomer.superseded();
            return;
        }
        claimant = null;
        connection = newcomer;
        state.changeTerms(newcomer.terms());
        newcomer.opened(this, isPresent);
    }

    /** Starts deliveries on a connection that was told it is connected. */
    void start(ClientConnection started, int window) {
        state.attach(started.terms(), window);
        pump();
    }

    /** The connection has ended; the session ends with it or waits for the next one. */
    void closed(ClientConnection ended) {
        if (connection != ended) {
            return;
        }
        connection = null;
        state.detach();
        if (!state.terms().isPersistent()) {
            remove();
            return;
        }
        long now = core.now();
        save(now, _ -> {});
        expireAt(now + 1_000 * state.terms().expirySeconds());
    }

    /** Has the session end at that time unless somebody connects before. */
    void expireAt(long at) {
        expiresAt = at;
        expiry = core.ports().timers().at(Instant.ofEpochMilli(at), () -> loop.execute(this::expire));
    }

    /** Ends the session: nothing of it is left, in memory or on disk. */
    void remove() {
        if (isGone) {
            return;
        }
        isGone = true;
        cancelExpiry();
        core.directory().forget(this);
        tenant.unsubscribe(
                this, state.subscriptions().stream().map(Subscription::filter).toList());
        if (state.isDurable()) {
            core.write(tx -> core.ports().sessionStore().delete(tx, client()), _ -> {});
        }
    }

    /** Writes the session without its queue; tells when it is durable. */
    void save(long endedAt, Consumer<@Nullable Throwable> done) {
        var stored = new StoredSession(client(), state.terms().expirySeconds(), endedAt, state.subscriptions());
        core.write(tx -> core.ports().sessionStore().save(tx, stored), done);
    }

    /** Sends what waits, as far as the client's window and pace allow, and reads more from the store when needed. */
    void pump() {
        ClientConnection current = connection;
        if (current != null && state.isConnected()) {
            current.outbound().pump(this);
            load();
        }
    }

    /** The client acknowledged a message, or it is given up. */
    void acknowledged(int packetId) {
        QueuedMessage done = state.acknowledge(packetId);
        if (done != null && state.isDurable()) {
            acknowledged.add(done.sequence());
            settle();
        }
    }

    private void deliver(Message message, Recipient<ClientSession> recipient, @Nullable Receipt receipt) {
        Message copy = message.withRetain(message.isRetain() && recipient.retainAsPublished());
        place(copy, recipient.qos(), receipt);
    }

    /** Places a message for this client only, such as a retained one. */
    void place(Message message, int qos, @Nullable Receipt receipt) {
        ClientConnection current = connection;
        switch (state.place(message, qos)) {
            case Placement.SendNow _ -> {
                if (current != null) {
                    current.outbound().sendNow(message);
                }
            }
            case Placement.Held _ -> pump();
            case Placement.Dropped _ -> {
                if (message.qos() > 0 && qos > 0) {
                    core.count(Counter.MESSAGES_DROPPED_QUEUE_FULL);
                }
            }
            case Placement.Store(QueuedMessage queued) -> {
                store(queued, receipt);
                return;
            }
        }
        if (receipt != null) {
            receipt.report(null);
        }
    }

    private void store(QueuedMessage queued, @Nullable Receipt receipt) {
        core.write(tx -> core.ports().sessionStore().enqueue(tx, client(), queued), failure -> {
            loop.execute(() -> stored(queued, failure));
            if (receipt != null) {
                receipt.report(failure);
            }
        });
    }

    private void stored(QueuedMessage queued, @Nullable Throwable failure) {
        if (failure == null) {
            state.stored(queued);
            pump();
        } else {
            state.notStored();
        }
    }

    private void load() {
        if (isLoading || !state.wantsLoad()) {
            return;
        }
        isLoading = true;
        long after = state.loadAfter();
        int limit = state.loadSize();
        core.ports()
                .sessions()
                .readAsync(tx -> core.ports().sessionStore().queued(tx, client(), after, limit))
                .whenComplete((messages, failure) -> loop.execute(() -> loaded(after, messages, failure)));
    }

    private void loaded(long after, @Nullable List<QueuedMessage> messages, @Nullable Throwable failure) {
        isLoading = false;
        ClientConnection current = connection;
        if (messages == null) {
            core.storeFailed("session-load-failed", failure);
            if (current != null) {
                current.end(DisconnectReason.SERVER_ERROR);
            }
        } else if (current != null && after != state.loadAfter()) {
            pump();
        } else if (!messages.isEmpty()) {
            state.load(after, messages);
            pump();
        }
    }

    private void settle() {
        if (isSettling || acknowledged.isEmpty()) {
            return;
        }
        isSettling = true;
        Collection<Long> done = List.copyOf(acknowledged);
        acknowledged.clear();
        core.write(
                tx -> core.ports().sessionStore().dequeue(tx, client(), done),
                failure -> loop.execute(() -> {
                    isSettling = false;
                    if (failure == null) {
                        state.settled(done);
                        settle();
                    } else {
                        acknowledged.addAll(done);
                    }
                }));
    }

    private void expire() {
        if (!loop.isCurrent()) {
            loop.execute(this::expire);
        } else if (connection == null && claimant == null && core.now() >= expiresAt) {
            remove();
        }
    }

    private void cancelExpiry() {
        if (expiry != null) {
            expiry.cancel();
            expiry = null;
        }
    }
}
