// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.session.BrokerSession;
import io.fleetward.broker.session.ClientKey;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * All sessions by client; sees to it that a client has one session, and a session one connection. Thread-safe.
 *
 * <p>A newcomer without an earlier session gets a fresh one at once. Otherwise the session's own loop decides: it ends
 * the connection it has, then hands the session to the newcomer's loop or, if it does not go on, ends it and lets the
 * newcomer claim again.
 */
final class SessionDirectory {
    private final BrokerCore core;
    private final Map<ClientKey, ClientSession> sessions = new ConcurrentHashMap<>();
    private final AtomicInteger live = new AtomicInteger();

    SessionDirectory(BrokerCore core) {
        this.core = core;
    }

    /** Gets the newcomer its session; called on the newcomer's loop. */
    void claim(ClientConnection newcomer) {
        var fresh = new ClientSession(
                core, new BrokerSession(newcomer.client(), newcomer.terms(), core.limits()), newcomer.loop());
        ClientSession known = sessions.putIfAbsent(newcomer.client(), fresh);
        if (known == null) {
            fresh.open(newcomer, false);
        } else {
            known.handOver(newcomer);
        }
    }

    /** Adds a session that was found in the store at start. */
    void restore(ClientSession session) {
        sessions.put(session.client(), session);
    }

    void forget(ClientSession session) {
        sessions.remove(session.client(), session);
    }

    @Nullable
    ClientSession find(ClientKey client) {
        return sessions.get(client);
    }

    Collection<ClientSession> all() {
        return sessions.values();
    }

    /** Counts a connection in, unless there are too many. */
    boolean enter() {
        if (live.incrementAndGet() <= core.limits().maxConnections()) {
            return true;
        }
        live.decrementAndGet();
        return false;
    }

    void leave() {
        live.decrementAndGet();
    }
}
