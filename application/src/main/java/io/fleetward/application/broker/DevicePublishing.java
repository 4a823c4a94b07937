// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.registry.DevicePrincipals;
import io.fleetward.application.store.Transactions;
import io.fleetward.application.store.Tx;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.message.Message;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.DevicePrincipal;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what a device sends by HTTP with its certificate (iot-core, HTTPS publish): no client id, no thing, no
 * lifecycle events. Thread-safe; blocks.
 */
public final class DevicePublishing {
    private final InstantSource clock;
    private final Transactions registry;
    private final DevicePrincipals principals;
    private final MessagePublisher publisher;
    private final BrokerFactSink facts;

    public DevicePublishing(
            InstantSource clock,
            Transactions registry,
            DevicePrincipals principals,
            MessagePublisher publisher,
            BrokerFactSink facts) {
        this.clock = clock;
        this.registry = registry;
        this.principals = principals;
        this.publisher = publisher;
        this.facts = facts;
    }

    /** Publishes the message if the device may, and waits until it is as durable as its recipients need. */
    public HttpPublishOutcome publish(Peer.Device peer, Message message) {
        DevicePrincipal principal = registry.read(tx -> identify(tx, peer));
        if (principal == null || !principal.mayConnect()) {
            return HttpPublishOutcome.UNKNOWN_CERTIFICATE;
        }
        long now = clock.millis();
        if (!DeviceAccess.ofHttp(principal, peer).mayPublish(message, now)) {
            facts.accept(new BrokerFact.AuthorizationFailed(
                    principal.scope(), "", now, "iot:Publish", message.topic().value(), peer.sourceIp()));
            return HttpPublishOutcome.DENIED;
        }
        if (message.topic().isReserved()) {
            return serve(principal.scope(), peer, message, now);
        }
        meter(principal.scope(), peer, message, now);
        publisher.publish(principal.scope(), message).toCompletableFuture().join();
        return HttpPublishOutcome.ACCEPTED;
    }

    private HttpPublishOutcome serve(AccountRegion scope, Peer.Device peer, Message message, long now) {
        if (!publisher.serve(scope, message)) {
            return HttpPublishOutcome.TOPIC_REFUSED;
        }
        meter(scope, peer, message, now);
        return HttpPublishOutcome.ACCEPTED;
    }

    private void meter(AccountRegion scope, Peer.Device peer, Message message, long now) {
        facts.accept(new BrokerFact.MessageReceived(
                scope, "", now, message.topic().value(), message.payload().length, peer.sourceIp()));
    }

    private @Nullable DevicePrincipal identify(Tx tx, Peer.Device peer) {
        AccountRegion scope = peer.scope();
        List<AccountRegion> scopes = scope == null ? principals.scopesOf(tx, peer.certificateId()) : List.of(scope);
        return scopes.size() == 1 ? principals.resolve(tx, scopes.getFirst(), peer.certificateId(), "") : null;
    }
}
