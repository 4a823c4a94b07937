// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.broker.BrokerCounters.Counter;
import io.fleetward.application.store.Tx;
import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.fact.BrokerFact;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.broker.session.ConnectRules;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.registry.DevicePrincipal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whether a CONNECT is accepted: finds out who the certificate belongs to, checks the request, asks the
 * policies, and claims the session (iot-core, enforcement in the broker). Thread-safe.
 */
final class Admission {
    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final BrokerCore core;

    /** Where a certificate belongs; {@code principal} is null when that is nowhere or not certain. */
    private record Identity(int registrations, @Nullable DevicePrincipal principal) {}

    Admission(BrokerCore core) {
        this.core = core;
    }

    /** Handles the CONNECT; called on the link's loop, completes there. */
    CompletionStage<ConnectOutcome> admit(Peer peer, ConnectRequest request, ClientLink link) {
        var done = new CompletableFuture<ConnectOutcome>();
        core.ports()
                .registry()
                .readAsync(tx -> identify(tx, peer, request.clientId()))
                .whenComplete((identity, failure) -> link.loop().execute(() -> {
                    if (identity == null) {
                        core.storeFailed("principal-read-failed", failure);
                        done.complete(refused(ReasonCode.SERVER_UNAVAILABLE, "try again later", true));
                    } else {
                        admit(identity, new ConnectCall(peer, request, link), done);
                    }
                }));
        return done;
    }

    private record ConnectCall(Peer peer, ConnectRequest request, ClientLink link) {}

    private Identity identify(Tx tx, Peer peer, String clientId) {
        var principals = core.ports().principals();
        AccountRegion scope = peer.scope();
        List<AccountRegion> scopes = scope == null ? principals.scopesOf(tx, peer.certificateId()) : List.of(scope);
        if (scopes.size() != 1) {
            return new Identity(scopes.size(), null);
        }
        return new Identity(1, principals.resolve(tx, scopes.getFirst(), peer.certificateId(), clientId));
    }

    private void admit(Identity identity, ConnectCall call, CompletableFuture<ConnectOutcome> done) {
        DevicePrincipal principal = identity.principal();
        if (principal == null) {
            done.complete(unknown(identity, call.peer()));
            return;
        }
        var access =
                DeviceAccess.ofConnection(principal, call.peer(), call.request().clientId());
        var newcomer = new ClientConnection(core, call.peer(), access, call.request(), call.link());
        newcomer.facts()
                .add(new BrokerFact.ConnectAttempted(
                        principal.scope(),
                        call.request().clientId(),
                        newcomer.since(),
                        call.peer().sourceIp()));
        ConnectOutcome.Refused refusal = refusal(newcomer, access);
        if (refusal != null) {
            done.complete(refusal);
            return;
        }
        newcomer.outcome().whenComplete((outcome, _) -> done.complete(outcome));
        core.directory().claim(newcomer);
    }

    private ConnectOutcome.@Nullable Refused refusal(ClientConnection newcomer, DeviceAccess access) {
        ReasonCode invalid = ConnectRules.check(newcomer.request(), core.limits());
        if (invalid != null) {
            return refused(invalid, "the CONNECT is not valid", true);
        }
        boolean isActive = access.principal().mayConnect();
        if (!isActive || !access.mayConnect(newcomer.request(), newcomer.since())) {
            newcomer.denied(DeviceAction.CONNECT.wireName(), null);
            core.events().connectFailed(newcomer, newcomer.since());
            String reason = isActive ? "iot:Connect was denied" : "the certificate is not active";
            return refused(ReasonCode.NOT_AUTHORIZED, reason, isActive);
        }
        return core.directory().enter() ? null : refused(ReasonCode.QUOTA_EXCEEDED, "too many connections", true);
    }

    private ConnectOutcome unknown(Identity identity, Peer peer) {
        core.count(Counter.CERTIFICATES_UNKNOWN);
        LOG.atInfo()
                .addKeyValue("certificate", peer.certificateId())
                .addKeyValue("sourceIp", peer.sourceIp())
                .addKeyValue("registrations", identity.registrations())
                .log(identity.registrations() > 1 ? "certificate-ambiguous" : "certificate-unknown");
        return refused(ReasonCode.NOT_AUTHORIZED, "the certificate is not registered", false);
    }

    private ConnectOutcome.Refused refused(ReasonCode code, String reason, boolean isAnswered) {
        core.count(Counter.CONNECTIONS_REFUSED);
        return new ConnectOutcome.Refused(code, reason, isAnswered);
    }
}
