// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.message.MessageProperties;
import io.fleetward.broker.message.MessageProperties.UserProperty;
import io.fleetward.broker.session.MqttVersion;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns what the broker says into the bytes of packets (MQTT 3.1.1 and MQTT 5, section 3). */
final class PacketWriter {
    private static final int CONNACK = 0x20;
    private static final int PUBLISH = 0x30;
    private static final int PUBACK = 0x40;
    private static final int SUBACK = 0x90;
    private static final int UNSUBACK = 0xB0;
    private static final int PINGRESP = 0xD0;
    private static final int DISCONNECT = 0xE0;
    private static final int FAILED_IN_3 = 0x80;
    private static final long MILLIS = 1_000;

    private PacketWriter() {}

    /** The CONNACK of an accepted or refused connection; properties are for MQTT 5 only. */
    static void connAck(
            ByteBuf out, MqttVersion version, boolean isSessionPresent, ReasonCode code, ByteBuf properties) {
        boolean isFive = version == MqttVersion.MQTT_5;
        out.writeByte(CONNACK);
        WireTypes.writeVariableInt(out, 2 + (isFive ? sizeWithLength(properties) : 0));
        out.writeByte(isSessionPresent ? 1 : 0);
        out.writeByte(isFive ? code.code() : returnCode(code));
        if (isFive) {
            writeProperties(out, properties);
        }
    }

    static void pubAck(ByteBuf out, MqttVersion version, int packetId, ReasonCode code) {
        boolean hasCode = version == MqttVersion.MQTT_5 && code != ReasonCode.SUCCESS;
        out.writeByte(PUBACK);
        out.writeByte(hasCode ? 3 : 2);
        out.writeShort(packetId);
        if (hasCode) {
            out.writeByte(code.code());
        }
    }

    static void subAck(ByteBuf out, MqttVersion version, int packetId, List<ReasonCode> codes) {
        boolean isFive = version == MqttVersion.MQTT_5;
        out.writeByte(SUBACK);
        WireTypes.writeVariableInt(out, 2 + (isFive ? 1 : 0) + codes.size());
        out.writeShort(packetId);
        if (isFive) {
            out.writeByte(0);
        }
        for (ReasonCode code : codes) {
            out.writeByte(code.isFailure() && !isFive ? FAILED_IN_3 : code.code());
        }
    }

    static void unsubAck(ByteBuf out, MqttVersion version, int packetId, List<ReasonCode> codes) {
        boolean isFive = version == MqttVersion.MQTT_5;
        out.writeByte(UNSUBACK);
        WireTypes.writeVariableInt(out, 2 + (isFive ? 1 + codes.size() : 0));
        out.writeShort(packetId);
        if (isFive) {
            out.writeByte(0);
            for (ReasonCode code : codes) {
                out.writeByte(code.code());
            }
        }
    }

    static void pingResp(ByteBuf out) {
        out.writeByte(PINGRESP);
        out.writeByte(0);
    }

    /** The DISCONNECT of the server, which only MQTT 5 has. */
    static void disconnect(ByteBuf out, ReasonCode code, String reason) {
        ByteBuf properties = Unpooled.buffer();
        if (!reason.isEmpty()) {
            writeText(properties, PacketProperties.REASON_STRING, reason);
        }
        out.writeByte(DISCONNECT);
        WireTypes.writeVariableInt(out, 1 + sizeWithLength(properties));
        out.writeByte(code.code());
        writeProperties(out, properties);
    }

    /** The number of bytes a PUBLISH takes. */
    static int sizeOfPublish(Message message, int packetId, @Nullable ByteBuf properties) {
        int rest = restOfPublish(message, packetId, properties);
        return 1 + WireTypes.sizeOfVariableInt(rest) + rest;
    }

    /**
     * A PUBLISH without its payload.
     *
     * @param packetId 0 with QoS 0
     * @param properties null in MQTT 3.1.1
     */
    static void publishHead(ByteBuf out, Message message, int packetId, @Nullable ByteBuf properties) {
        out.writeByte(PUBLISH | (packetId == 0 ? 0 : 2) | (message.isRetain() ? 1 : 0));
        WireTypes.writeVariableInt(out, restOfPublish(message, packetId, properties));
        WireTypes.writeText(out, message.topic().value());
        if (packetId != 0) {
            out.writeShort(packetId);
        }
        if (properties != null) {
            writeProperties(out, properties);
        }
    }

    /** The properties of a PUBLISH to an MQTT 5 client. */
    static ByteBuf publishProperties(Message message, long now) {
        MessageProperties given = message.properties();
        if (given.isEmpty() && message.expiresAt() == Message.NEVER) {
            return Unpooled.EMPTY_BUFFER;
        }
        ByteBuf out = Unpooled.buffer();
        if (given.payloadFormat() != null) {
            out.writeByte(PacketProperties.PAYLOAD_FORMAT).writeByte(given.payloadFormat());
        }
        if (message.expiresAt() != Message.NEVER) {
            long seconds = Math.max(1, (message.expiresAt() - now) / MILLIS);
            out.writeByte(PacketProperties.MESSAGE_EXPIRY).writeInt((int) seconds);
        }
        writeText(out, PacketProperties.CONTENT_TYPE, given.contentType());
        writeText(out, PacketProperties.RESPONSE_TOPIC, given.responseTopic());
        byte[] correlation = given.correlationBytes();
        if (correlation != null) {
            out.writeByte(PacketProperties.CORRELATION_DATA);
            out.writeShort(correlation.length).writeBytes(correlation);
        }
        for (UserProperty property : given.userProperties()) {
            writeText(out, PacketProperties.USER_PROPERTY, property.name());
            WireTypes.writeText(out, property.value());
        }
        return out;
    }

    static void writeText(ByteBuf out, int id, @Nullable String text) {
        if (text != null) {
            out.writeByte(id);
            WireTypes.writeText(out, text);
        }
    }

    private static int restOfPublish(Message message, int packetId, @Nullable ByteBuf properties) {
        return 2
                + ByteBufUtil.utf8Bytes(message.topic().value())
                + (packetId == 0 ? 0 : 2)
                + (properties == null ? 0 : sizeWithLength(properties))
                + message.payload().length;
    }

    private static int sizeWithLength(ByteBuf properties) {
        int size = properties.readableBytes();
        return WireTypes.sizeOfVariableInt(size) + size;
    }

    private static void writeProperties(ByteBuf out, ByteBuf properties) {
        WireTypes.writeVariableInt(out, properties.readableBytes());
        out.writeBytes(properties, properties.readerIndex(), properties.readableBytes());
    }

    /** MQTT 3.1.1, table 3.1. */
    private static int returnCode(ReasonCode code) {
        return switch (code) {
            case SUCCESS -> 0;
            case UNSUPPORTED_PROTOCOL_VERSION -> 1;
            case CLIENT_IDENTIFIER_NOT_VALID -> 2;
            case NOT_AUTHORIZED, TOPIC_NAME_INVALID -> 5;
            default -> 3;
        };
    }
}
