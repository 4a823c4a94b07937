// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.Authorizer;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a device may do under the policies of one moment; a change in the registry makes a new one.
 *
 * <p>Confined to the connection's loop once it is in use. Remembers whether a topic may be received, because that is
 * asked for every delivery; what was decided for a publisher is remembered by its {@link PublishRoute}.
 */
final class DeviceAccess implements ConnectionAccess {
    /** Topics remembered per connection; beyond it all are forgotten, which bounds the memory. */
    private static final int REMEMBERED = 1_024;

    private final DevicePrincipal principal;
    private final PolicyContext context;
    private final Authorizer authorizer;
    private @Nullable Map<String, Boolean> received;
    private @Nullable String lastReceived;
    private boolean lastAnswer;

    private DeviceAccess(DevicePrincipal principal, PolicyContext context) {
        this.principal = principal;
        this.context = context;
        authorizer = new Authorizer(principal.scope(), principal.policies(), context);
    }

    static DeviceAccess ofConnection(DevicePrincipal principal, Peer.Device peer, String clientId) {
        return new DeviceAccess(principal, DeviceContexts.ofConnection(principal, peer, clientId));
    }

    static DeviceAccess ofHttp(DevicePrincipal principal, Peer.Device peer) {
        return new DeviceAccess(principal, DeviceContexts.ofHttp(principal, peer));
    }

    DevicePrincipal principal() {
        return principal;
    }

    @Override
    public AccountRegion scope() {
        return principal.scope();
    }

    @Override
    public String principalId() {
        return principal.certificateId();
    }

    @Override
    public @Nullable String exclusiveThing() {
        DevicePrincipal.AssociatedThing thing = principal.thing();
        return thing != null && thing.isExclusive() ? thing.name() : null;
    }

    @Override
    public boolean isActive() {
        return principal.mayConnect();
    }

    @Override
    public boolean isLasting() {
        return !authorizer.dependsOnTime();
    }

    @Override
    public boolean may(DeviceAction action, String name, long now) {
        return authorizer.decide(action, name, Instant.ofEpochMilli(now)).isAllowed();
    }

    @Override
    public boolean mayOpen(ConnectRequest request, long now) {
        var connect = new Authorizer(
                principal.scope(), principal.policies(), DeviceContexts.ofConnect(context, principal.scope(), request));
        return connect.decide(DeviceAction.CONNECT, request.clientId(), Instant.ofEpochMilli(now))
                .isAllowed();
    }

    @Override
    public boolean mayReceive(String topic, long now) {
        if (topic.equals(lastReceived)) {
            return lastAnswer;
        }
        if (!isLasting()) {
            return may(DeviceAction.RECEIVE, topic, now);
        }
        lastAnswer = remembered(topic, now);
        lastReceived = topic;
        return lastAnswer;
    }

    private boolean remembered(String topic, long now) {
        Map<String, Boolean> known = received;
        if (known == null || known.size() >= REMEMBERED) {
            known = new HashMap<>();
            received = known;
        }
        Boolean answer = known.get(topic);
        if (answer == null) {
            answer = may(DeviceAction.RECEIVE, topic, now);
            known.put(topic, answer);
        }
        return answer;
    }
}
