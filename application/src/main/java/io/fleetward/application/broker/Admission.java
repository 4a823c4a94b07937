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
 * Decides whether a CONNECT is accepted: finds out who sends it, checks the request, asks what the sender may do, and
 * claims the session (iot-core, enforcement in the broker). Thread-safe.
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
        var call = new ConnectCall(request, link, new CompletableFuture<>());
        switch (peer) {
            case Peer.Device device -> identify(device, call);
            case Peer.Signed signed ->
                admit(signed, new CallerAccess(signed.caller(), core.ports().credentials()), call);
            case Peer.Vouched _ ->
                call.done.complete(refused(ReasonCode.NOT_AUTHORIZED, "custom authorizers are not supported", true));
        }
        return call.done;
    }

    private record ConnectCall(ConnectRequest request, ClientLink link, CompletableFuture<ConnectOutcome> done) {}

    private void identify(Peer.Device device, ConnectCall call) {
        core.ports()
                .registry()
                .readAsync(tx -> identify(tx, device, call.request.clientId()))
                .whenComplete((identity, failure) -> call.link.loop().execute(() -> {
                    if (identity == null) {
                        core.storeFailed("principal-read-failed", failure);
                        call.done.complete(refused(ReasonCode.SERVER_UNAVAILABLE, "try again later", true));
                    } else if (identity.principal == null) {
                        call.done.complete(unknown(identity, device));
                    } else {
                        String clientId = call.request.clientId();
                        admit(device, DeviceAccess.ofConnection(identity.principal, device, clientId), call);
                    }
                }));
    }

    private Identity identify(Tx tx, Peer.Device device, String clientId) {
        var principals = core.ports().principals();
        AccountRegion scope = device.scope();
        List<AccountRegion> scopes = scope == null ? principals.scopesOf(tx, device.certificateId()) : List.of(scope);
        if (scopes.size() != 1) {
            return new Identity(scopes.size(), null);
        }
        return new Identity(1, principals.resolve(tx, scopes.getFirst(), device.certificateId(), clientId));
    }

    private void admit(Peer peer, ConnectionAccess access, ConnectCall call) {
        var newcomer = new ClientConnection(core, peer, access, call.request, call.link);
        newcomer.facts()
                .add(new BrokerFact.ConnectAttempted(
                        access.scope(), call.request.clientId(), newcomer.since(), peer.sourceIp()));
        ConnectOutcome.Refused refusal = refusal(newcomer, access);
        if (refusal != null) {
            call.done.complete(refusal);
            return;
        }
        newcomer.outcome().whenComplete((outcome, _) -> call.done.complete(outcome));
        core.directory().claim(newcomer);
    }

    private ConnectOutcome.@Nullable Refused refusal(ClientConnection newcomer, ConnectionAccess access) {
        ReasonCode invalid = ConnectRules.check(newcomer.request(), core.limits());
        if (invalid != null) {
            return refused(invalid, "the CONNECT is not valid", true);
        }
        boolean isActive = access.isActive();
        if (!isActive || !access.mayConnect(newcomer.request(), newcomer.since())) {
            newcomer.denied(DeviceAction.CONNECT.wireName(), null);
            core.events().connectFailed(newcomer, newcomer.since());
            String reason = isActive ? "iot:Connect was denied" : "certificate or access key is not active";
            return refused(ReasonCode.NOT_AUTHORIZED, reason, isActive);
        }
        return core.directory().enter() ? null : refused(ReasonCode.QUOTA_EXCEEDED, "too many connections", true);
    }

    private ConnectOutcome unknown(Identity identity, Peer.Device device) {
        core.count(Counter.CERTIFICATES_UNKNOWN);
        LOG.atInfo()
                .addKeyValue("certificate", device.certificateId())
                .addKeyValue("sourceIp", device.sourceIp())
                .addKeyValue("registrations", identity.registrations())
                .log(identity.registrations() > 1 ? "certificate-ambiguous" : "certificate-unknown");
        return refused(ReasonCode.NOT_AUTHORIZED, "the certificate is not registered", false);
    }

    private ConnectOutcome.Refused refused(ReasonCode code, String reason, boolean isAnswered) {
        core.count(Counter.CONNECTIONS_REFUSED);
        return new ConnectOutcome.Refused(code, reason, isAnswered);
    }
}
