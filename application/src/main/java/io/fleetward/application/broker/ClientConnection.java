// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.time.Timers;
import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.broker.session.ConnectRules;
import io.fleetward.broker.session.SessionTerms;
import io.fleetward.broker.subscription.SubscriptionRequest;
import io.fleetward.kernel.topic.TopicFilter;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The broker's side of one accepted connection: what the link calls when packets arrive.
 *
 * <p>Confined to the link's loop.
 */
public final class ClientConnection {
    /** How long a connection that was opened by a signature may last (iot-core, ports). */
    private static final long SIGNED_MILLIS = 86_400_000;

    private final BrokerCore core;
    private final Peer peer;
    private final ConnectRequest request;
    private final ClientLink link;
    private final ClientKey client;
    private final long since;
    private final BurstFacts facts;
    private final CompletableFuture<ConnectOutcome> outcome = new CompletableFuture<>();
    private final InboundFlow inbound;
    private final OutboundFlow outbound;
    private volatile ConnectionAccess access;
    private @Nullable ClientSession session;
    private @Nullable Message will;
    private @Nullable Presence presence;
    private SessionTerms terms;
    private Timers.@Nullable Timer lastMoment;
    private boolean isEnded;

    @SuppressWarnings("this-escape") // the flows only keep the reference
    ClientConnection(BrokerCore core, Peer peer, ConnectionAccess access, ConnectRequest request, ClientLink link) {
        this.core = core;
        this.peer = peer;
        this.access = access;
        this.request = request;
        this.link = link;
        client = new ClientKey(access.scope(), request.clientId());
        terms = SessionTerms.granted(request, core.limits());
        will = request.will();
        since = now();
        facts = core.factsOf(link.loop());
        inbound = new InboundFlow(this);
        outbound = new OutboundFlow(this);
    }

    /** The client was told that it is connected: deliveries may begin. */
    public void start() {
        if (!isEnded) {
            owned().start(this, ConnectRules.window(request, core.limits()));
        }
    }

    /**
     * A PUBLISH arrived.
     *
     * @param packetId as sent, 0 with QoS 0
     */
    public void publish(Message message, int packetId) {
        if (!isEnded) {
            inbound.publish(message, packetId);
        }
    }

    /** A SUBSCRIBE arrived. */
    public void subscribe(int packetId, List<SubscriptionRequest> requests) {
        if (!isEnded) {
            new Subscribing(this, owned()).subscribe(packetId, requests);
        }
    }

    /** An UNSUBSCRIBE arrived. */
    public void unsubscribe(int packetId, List<TopicFilter> filters) {
        if (!isEnded) {
            new Subscribing(this, owned()).unsubscribe(packetId, filters);
        }
    }

    /** A PUBACK arrived. */
    public void acknowledge(int packetId) {
        if (!isEnded) {
            owned().acknowledged(packetId);
            owned().pump();
        }
    }

    /** The peer takes data again. */
    public void writable() {
        if (!isEnded && session != null) {
            session.pump();
        }
    }

    /**
     * A DISCONNECT arrived.
     *
     * @param withWill whether the last will is to be published nevertheless
     * @param newTerms how long the session is to be kept from now on; null for as long as it was
     */
    public void disconnect(boolean withWill, @Nullable SessionTerms newTerms) {
        if (newTerms != null && !terms.mayBecome(newTerms.expirySeconds())) {
            refuse(ReasonCode.PROTOCOL_ERROR, "a session that ends with its connection cannot be extended");
            return;
        }
        if (newTerms != null) {
            terms = newTerms;
            owned().state().changeTerms(newTerms);
        }
        if (!withWill) {
            will = null;
        }
        finish(DisconnectReason.CLIENT_INITIATED_DISCONNECT);
    }

    /** The connection ended for a reason the link knows. */
    public void lost(DisconnectReason reason) {
        finish(reason);
    }

    /** The client broke the rules: ends the connection, telling an MQTT 5 client why. */
    public void refuse(ReasonCode code, String reason) {
        core.count(Counter.PACKETS_REFUSED);
        end(DisconnectReason.CLIENT_ERROR, code, reason);
    }

    CompletionStage<ConnectOutcome> outcome() {
        return outcome;
    }

    ConnectRequest request() {
        return request;
    }

    Peer peer() {
        return peer;
    }

    ClientKey client() {
        return client;
    }

    ClientLink link() {
        return link;
    }

    Loop loop() {
        return link.loop();
    }

    /** Milliseconds since the epoch, the same throughout a burst. */
    long now() {
        return link.loop().now();
    }

    /** Where what happens to the client is told. */
    BurstFacts facts() {
        return facts;
    }

    SessionTerms terms() {
        return terms;
    }

    BrokerCore core() {
        return core;
    }

    OutboundFlow outbound() {
        return outbound;
    }

    ConnectionAccess access() {
        return access;
    }

    /** What names the connection in events; null before it is accepted. */
    @Nullable
    Presence presence() {
        return presence;
    }

    /** When the connection was made, in milliseconds since the epoch. */
    long since() {
        return since;
    }

    boolean isEnded() {
        return isEnded;
    }

    ClientSession owned() {
        return Objects.requireNonNull(session, "a connection without a session");
    }

    /** The registry changed: something else is allowed from now on, or nothing. */
    void refresh(@Nullable ConnectionAccess changed) {
        if (changed == null || !changed.isActive()) {
            end(DisconnectReason.AUTH_ERROR, ReasonCode.NOT_AUTHORIZED, "the certificate may not connect any more");
        } else {
            access = changed;
        }
    }

    /** The session is this connection's; a durable one is written before the client is told. */
    void opened(ClientSession owner, boolean isPresent) {
        session = owner;
        if (owner.isDurable()) {
            owner.save(StoredSession.CONNECTED, failure -> loop().execute(() -> accept(isPresent, failure)));
        } else {
            accept(isPresent, null);
        }
    }

    /** Another connection of the same client claimed the session while this one was still connecting. */
    void superseded() {
        abandon(ReasonCode.SESSION_TAKEN_OVER, "another connection uses this client id");
    }

    /** An action was denied: tells whom it concerns. */
    void denied(String action, @Nullable String topic) {
        core.count(Counter.AUTHORIZATIONS_DENIED);
        facts.add(new BrokerFact.AuthorizationFailed(
                client.scope(), client.clientId(), now(), action, topic, peer.sourceIp()));
    }

    /** Ends the connection from our side. */
    void end(DisconnectReason reason) {
        end(reason, codeOf(reason), "");
    }

    void end(DisconnectReason reason, ReasonCode code, String text) {
        if (isEnded) {
            return;
        }
        if (presence == null) {
            abandon(code, text);
        } else {
            link.close(code, text);
            finish(reason);
        }
    }

    /** As {@link #end(DisconnectReason)}, without the last will. */
    void endWithoutWill(DisconnectReason reason) {
        will = null;
        end(reason);
    }

    private void accept(boolean isPresent, @Nullable Throwable failure) {
        if (isEnded) {
            return;
        }
        if (failure != null) {
            abandon(ReasonCode.SERVER_UNAVAILABLE, "the session could not be stored");
            return;
        }
        core.count(Counter.CONNECTIONS_ACCEPTED);
        facts.add(new BrokerFact.Connected(
                client.scope(), client.clientId(), since, access.principalId(), peer.sourceIp()));
        presence = core.events().connected(this, since);
        if (peer instanceof Peer.Signed) {
            lastMoment = core.ports()
                    .timers()
                    .at(
                            Instant.ofEpochMilli(since + SIGNED_MILLIS),
                            () -> loop().execute(() -> end(DisconnectReason.WEBSOCKET_TTL_EXPIRATION)));
        }
        int keepAlive = ConnectRules.keepAlive(request.keepAlive(), core.limits());
        outcome.complete(new ConnectOutcome.Accepted(this, isPresent, terms, keepAlive));
    }

    /** Gives up a connection that was never accepted. */
    private void abandon(ReasonCode code, String text) {
        isEnded = true;
        core.directory().leave();
        if (session != null) {
            session.closed(this);
        }
        outcome.complete(new ConnectOutcome.Refused(code, text, true));
    }

    private void finish(DisconnectReason reason) {
        Presence told = presence;
        if (isEnded || told == null) {
            return;
        }
        isEnded = true;
        core.directory().leave();
        outbound.stop();
        if (lastMoment != null) {
            lastMoment.cancel();
        }
        long now = now();
        facts.add(new BrokerFact.Disconnected(
                client.scope(), client.clientId(), now, access.principalId(), peer.sourceIp(), since, reason));
        core.events().disconnected(this, told, reason, now);
        Message last = will;
        owned().closed(this);
        if (last != null && access.mayPublish(last, now)) {
            inbound.publishWill(last);
        }
    }

    private static ReasonCode codeOf(DisconnectReason reason) {
        return switch (reason) {
            case DUPLICATE_CLIENTID -> ReasonCode.SESSION_TAKEN_OVER;
            case API_INITIATED_DISCONNECT, FORBIDDEN_ACCESS -> ReasonCode.ADMINISTRATIVE_ACTION;
            case AUTH_ERROR, CUSTOMAUTH_TTL_EXPIRATION, WEBSOCKET_TTL_EXPIRATION -> ReasonCode.NOT_AUTHORIZED;
            case MQTT_KEEP_ALIVE_TIMEOUT -> ReasonCode.KEEP_ALIVE_TIMEOUT;
            case SERVER_INITIATED_DISCONNECT -> ReasonCode.SERVER_SHUTTING_DOWN;
            case THROTTLED -> ReasonCode.QUOTA_EXCEEDED;
            case CLIENT_ERROR -> ReasonCode.PROTOCOL_ERROR;
            case CLIENT_INITIATED_DISCONNECT, CONNECTION_LOST, SERVER_ERROR -> ReasonCode.UNSPECIFIED_ERROR;
        };
    }
}
