// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.application.broker.ConnectOutcome;
import io.fleetward.broker.limit.BrokerLimits;
import io.fleetward.broker.session.ConnectRequest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/** What an MQTT 5 client is told about the server when it connects (iot-core, reason codes used). */
final class ConnAckProperties {
    private ConnAckProperties() {}

    static ByteBuf ofAccepted(
            ConnectOutcome.Accepted accepted, ConnectRequest request, boolean isIdAssigned, BrokerLimits limits) {
        ByteBuf out = Unpooled.buffer();
        if (accepted.terms().expirySeconds() != request.sessionExpiry()) {
            number(out, PacketProperties.SESSION_EXPIRY, (int) accepted.terms().expirySeconds());
        }
        if (isIdAssigned) {
            PacketWriter.writeText(out, PacketProperties.ASSIGNED_CLIENT_ID, request.clientId());
        }
        if (accepted.keepAliveSeconds() != request.keepAlive()) {
            out.writeByte(PacketProperties.SERVER_KEEP_ALIVE).writeShort(accepted.keepAliveSeconds());
        }
        out.writeByte(PacketProperties.RECEIVE_MAXIMUM)
                .writeShort(limits.session().maxInFlight());
        flag(out, PacketProperties.MAXIMUM_QOS, 1);
        flag(out, PacketProperties.RETAIN_AVAILABLE, 1);
        number(out, PacketProperties.MAXIMUM_PACKET_SIZE, limits.packet().maxPacketBytes());
        out.writeByte(PacketProperties.TOPIC_ALIAS_MAXIMUM)
                .writeShort(limits.session().maxTopicAliases());
        flag(out, PacketProperties.WILDCARD_AVAILABLE, 1);
        flag(out, PacketProperties.SUBSCRIPTION_IDENTIFIERS_AVAILABLE, 0);
        flag(out, PacketProperties.SHARED_AVAILABLE, 1);
        return out;
    }

    static ByteBuf ofRefused(String reason) {
        ByteBuf out = Unpooled.buffer();
        PacketWriter.writeText(out, PacketProperties.REASON_STRING, reason);
        return out;
    }

    private static void flag(ByteBuf out, int id, int value) {
        out.writeByte(id).writeByte(value);
    }

    private static void number(ByteBuf out, int id, int value) {
        out.writeByte(id).writeInt(value);
    }
}
