// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What policies can ask about a device's connection and requests (iot-core, context keys). */
final class DeviceContexts {
    private DeviceContexts() {}

    /** What holds for every request of an MQTT connection. */
    static PolicyContext ofConnection(DevicePrincipal principal, Peer peer, String clientId) {
        PolicyContext.Builder context = ofPeer(principal, peer)
                .put(ContextKeys.CLIENT_ID, clientId)
                .put(ContextKeys.IS_ATTACHED, Boolean.toString(principal.thing() != null));
        putThing(context, principal.thing());
        return context.build();
    }

    /** What holds for one HTTP request, which has neither client id nor thing. */
    static PolicyContext ofHttp(DevicePrincipal principal, Peer peer) {
        return ofPeer(principal, peer).build();
    }

    /** The context of a CONNECT: that of the connection and what only a CONNECT has. */
    static PolicyContext ofConnect(PolicyContext connection, AccountRegion scope, ConnectRequest request) {
        var attributes = new ArrayList<String>();
        PolicyContext.Builder context = connection.toBuilder();
        if (request.asksForPersistence()) {
            attributes.add("PersistentConnect");
        }
        Message will = request.will();
        if (will != null) {
            attributes.add("LastWill");
            String topic = DeviceAction.PUBLISH.resource(scope, will.topic().value());
            context.put(ContextKeys.LAST_WILL_TOPIC, topic);
        }
        return context.put(ContextKeys.CONNECT_ATTRIBUTES, attributes).build();
    }

    private static PolicyContext.Builder ofPeer(DevicePrincipal principal, Peer peer) {
        PolicyContext.Builder context = PolicyContext.builder()
                .put(ContextKeys.SOURCE_IP, peer.sourceIp())
                .put(ContextKeys.CERTIFICATE_ID, principal.certificateId())
                .put(ContextKeys.SECURE_TRANSPORT, "true");
        if (peer.serverName() != null) {
            context.put(ContextKeys.DOMAIN_NAME, peer.serverName());
        }
        principal.certificateAttributes().forEach(context::put);
        context.put(
                ContextKeys.AVAILABLE_CERTIFICATE_KEYS,
                List.copyOf(principal.certificateAttributes().keySet()));
        return context;
    }

    private static void putThing(PolicyContext.Builder context, DevicePrincipal.@Nullable AssociatedThing thing) {
        if (thing == null) {
            return;
        }
        context.put(ContextKeys.CONNECTION_THING_NAME, thing.name()).put(ContextKeys.THING_NAME, thing.name());
        if (thing.typeName() != null) {
            context.put(ContextKeys.THING_TYPE_NAME, thing.typeName());
        }
        thing.attributes().forEach((name, value) -> context.put(ContextKeys.thingAttribute(name), value));
    }
}
