// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.registry.RegistryListener;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.BrokerSession;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.broker.session.SessionTerms;
import io.fleetward.broker.subscription.Subscription;
import io.fleetward.kernel.AccountRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * The MQTT broker without its sockets: connects clients, routes messages, keeps sessions.
 *
 * <p>Thread-safe. The edge turns packets into calls of {@link ClientConnection} and what comes back into packets.
 */
public final class Broker implements MessagePublisher, Connections {
    private final BrokerCore core;
    private final Admission admission;
    private final AccessRefresh refresh;

    /**
     * @param counters counts what happens, also at the edge
     * @param reserved who takes messages on {@code $aws/} topics; what nobody takes is refused
     */
    public Broker(
            BrokerPorts ports, BrokerLimits limits, BrokerCounters counters, List<ReservedTopicHandler> reserved) {
        core = new BrokerCore(ports, limits, counters, new ReservedTopics(reserved));
        admission = new Admission(core);
        refresh = new AccessRefresh(core);
    }

    /** Reads sessions and retained topics back; blocks; to be called once, before the first connection. */
    public void start() {
        core.ports().sessions().read(tx -> {
            core.retained().restore(tx);
            core.ports()
                    .sessionStore()
                    .all(tx)
                    .forEach(stored ->
                            restore(stored, core.ports().sessionStore().queue(tx, stored.client())));
            return true;
        });
    }

    /** Ends every connection and completes when everything is on disk. */
    public CompletionStage<Boolean> stop() {
        var ended = new ArrayList<CompletableFuture<Void>>();
        for (ClientSession session : core.directory().all()) {
            ended.add(CompletableFuture.runAsync(
                    () -> endIfConnected(session, DisconnectReason.SERVER_INITIATED_DISCONNECT), session.loop()));
        }
        return CompletableFuture.allOf(ended.toArray(CompletableFuture[]::new))
                .thenCompose(_ -> core.writer().idle());
    }

    /** Handles a CONNECT; called on the link's loop, completes there. */
    public CompletionStage<ConnectOutcome> connect(Peer peer, ConnectRequest request, ClientLink link) {
        return admission.admit(peer, request, link);
    }

    /** What is to be told of changes in the registry. */
    public RegistryListener registryListener() {
        return refresh;
    }

    public BrokerLimits limits() {
        return core.limits();
    }

    @Override
    public CompletionStage<Void> publish(AccountRegion scope, Message message) {
        return core.publishing().publish(scope, message);
    }

    @Override
    public boolean serve(AccountRegion scope, Message message) {
        return core.publishing().serve(scope, message);
    }

    @Override
    public List<Live> list(AccountRegion scope) {
        var connected = new ArrayList<Live>();
        for (ClientSession session : core.directory().all()) {
            ClientConnection connection = session.connection();
            if (connection != null && connection.client().scope().equals(scope)) {
                connected.add(new Live(
                        connection.client().clientId(),
                        connection.access().principalId(),
                        connection.peer().sourceIp(),
                        connection.since()));
            }
        }
        return connected;
    }

    @Override
    public CompletionStage<Boolean> close(ClientKey client, boolean cleanSession, boolean preventWill) {
        ClientSession session = core.directory().find(client);
        if (session == null) {
            return CompletableFuture.completedFuture(false);
        }
        return CompletableFuture.supplyAsync(() -> close(session, cleanSession, preventWill), session.loop());
    }

    private static boolean close(ClientSession session, boolean cleanSession, boolean preventWill) {
        ClientConnection connection = session.connection();
        boolean wasConnected = connection != null;
        if (connection != null && preventWill) {
            connection.endWithoutWill(DisconnectReason.API_INITIATED_DISCONNECT);
        } else if (connection != null) {
            connection.end(DisconnectReason.API_INITIATED_DISCONNECT);
        }
        if (cleanSession) {
            session.remove();
        }
        return wasConnected || cleanSession;
    }

    private static void endIfConnected(ClientSession session, DisconnectReason reason) {
        ClientConnection connection = session.connection();
        if (connection != null) {
            connection.end(reason);
        }
    }

    /** Brings a stored session back; one that was connected when the process died counts as just disconnected. */
    private void restore(StoredSession stored, BrokerSession.StoredQueue queue) {
        long now = core.now();
        long endedAt = stored.endedAt() == StoredSession.CONNECTED ? now : stored.endedAt();
        var terms = new SessionTerms(Math.max(1, stored.expirySeconds()));
        var state = new BrokerSession(stored.client(), terms, core.limits(), stored.subscriptions(), queue);
        var session = new ClientSession(core, state, core.ports().loops().get());
        core.directory().restore(session);
        List<Subscription> subscriptions = state.subscriptions();
        session.tenant().subscribe(session, subscriptions);
        session.loop().execute(() -> session.expireAt(endedAt + 1_000 * stored.expirySeconds()));
    }
}
