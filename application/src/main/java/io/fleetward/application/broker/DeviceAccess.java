// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.evaluate.Authorizer;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one connection may do under the policies of one moment; a change in the registry makes a new one.
 *
 * <p>Confined to the connection's loop once it is in use. Remembers whether a topic may be received, because that is
 * asked for every delivery; what was decided for a publisher is remembered by its {@link PublishRoute}.
 */
final class DeviceAccess {
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

    static DeviceAccess ofConnection(DevicePrincipal principal, Peer peer, String clientId) {
        return new DeviceAccess(principal, DeviceContexts.ofConnection(principal, peer, clientId));
    }

    static DeviceAccess ofHttp(DevicePrincipal principal, Peer peer) {
        return new DeviceAccess(principal, DeviceContexts.ofHttp(principal, peer));
    }

    DevicePrincipal principal() {
        return principal;
    }

    /** Whether answers may be remembered for as long as this access is in force. */
    boolean isLasting() {
        return !authorizer.dependsOnTime();
    }

    boolean may(DeviceAction action, String name, long now) {
        return authorizer.decide(action, name, Instant.ofEpochMilli(now)).isAllowed();
    }

    /** Whether the client may publish the message, and have it kept if it asks so. */
    boolean mayPublish(Message message, long now) {
        String topic = message.topic().value();
        return may(DeviceAction.PUBLISH, topic, now)
                && (!message.isRetain() || may(DeviceAction.RETAIN_PUBLISH, topic, now));
    }

    /** Whether the client may connect as it asks, including its last will. */
    boolean mayConnect(ConnectRequest request, long now) {
        var connect = new Authorizer(
                principal.scope(), principal.policies(), DeviceContexts.ofConnect(context, principal.scope(), request));
        return connect.decide(DeviceAction.CONNECT, request.clientId(), Instant.ofEpochMilli(now))
                        .isAllowed()
                && (request.will() == null || mayPublish(request.will(), now));
    }

    boolean mayReceive(String topic, long now) {
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
