// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.ConnectRequest;
import io.fleetward.broker.session.MqttVersion;
import io.fleetward.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** Turns a CONNECT packet into what it asks of the broker, assigning a client id where the client left it empty. */
final class ConnectTranslation {
    private static final int DEFAULT_RECEIVE_MAXIMUM = 65_535;
    private static final int LARGEST_PACKET = 268_435_460;

    private ConnectTranslation() {}

    static ConnectRequest request(Packet.Connect packet, @Nullable Message will, Ids ids) {
        PacketProperties properties = packet.properties();
        if (properties.has(PacketProperties.AUTHENTICATION_METHOD)) {
            throw new PacketRefused(ReasonCode.PROTOCOL_ERROR, "enhanced authentication is not supported");
        }
        return new ConnectRequest(
                packet.version(),
                clientId(packet, ids),
                packet.isCleanStart(),
                properties.number(PacketProperties.SESSION_EXPIRY, 0),
                packet.keepAlive(),
                will,
                (int) properties.number(PacketProperties.RECEIVE_MAXIMUM, DEFAULT_RECEIVE_MAXIMUM),
                (int) Math.min(LARGEST_PACKET, properties.number(PacketProperties.MAXIMUM_PACKET_SIZE, LARGEST_PACKET)),
                (int) properties.number(PacketProperties.TOPIC_ALIAS_MAXIMUM, 0));
    }

    private static String clientId(Packet.Connect packet, Ids ids) {
        if (!packet.clientId().isEmpty()) {
            return packet.clientId();
        }
        if (!packet.isCleanStart() && packet.version() != MqttVersion.MQTT_5) {
            throw new PacketRefused(ReasonCode.CLIENT_IDENTIFIER_NOT_VALID, "a session that is kept needs a client id");
        }
        return ids.uuid();
    }
}
