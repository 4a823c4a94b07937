// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.policy.DeviceContext;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.registry.DevicePrincipal;
import java.util.ArrayList;

/** What policies can ask about a device's connection and requests (iot-core, context keys). */
final class DeviceContexts {
    private DeviceContexts() {}

    /** What holds for every request of an MQTT connection. */
    static PolicyContext ofConnection(DevicePrincipal principal, Peer.Device peer, String clientId) {
        return with(peer, DeviceContext.ofMqttClient(principal, clientId));
    }

    /** What holds for one HTTP request, which has neither client id nor thing. */
    static PolicyContext ofHttp(DevicePrincipal principal, Peer.Device peer) {
        return with(peer, DeviceContext.ofCertificate(principal));
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

    private static PolicyContext with(Peer.Device peer, PolicyContext.Builder device) {
        device.put(ContextKeys.SOURCE_IP, peer.sourceIp());
        if (peer.serverName() != null) {
            device.put(ContextKeys.DOMAIN_NAME, peer.serverName());
        }
        return device.build();
    }
}
