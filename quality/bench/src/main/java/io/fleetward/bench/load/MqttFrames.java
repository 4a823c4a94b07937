// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;

/** The packets a client sends, put together by hand (MQTT 3.1.1, section 3). */
final class MqttFrames {
    static final int CONNACK = 2;
    static final int PUBLISH = 3;
    static final int PUBACK = 4;
    static final int SUBACK = 9;

    private static final int KEEP_ALIVE_SECONDS = 1_200;
    private static final int LEVEL_3_1_1 = 4;
    private static final int CLEAN_SESSION = 2;

    private MqttFrames() {}

    static void connect(ByteBuf out, String clientId) {
        out.writeByte(0x10);
        writeLength(out, 2 + 4 + 1 + 1 + 2 + 2 + ByteBufUtil.utf8Bytes(clientId));
        writeText(out, "MQTT");
        out.writeByte(LEVEL_3_1_1).writeByte(CLEAN_SESSION).writeShort(KEEP_ALIVE_SECONDS);
        writeText(out, clientId);
    }

    static void subscribe(ByteBuf out, int packetId, String filter, int qos) {
        out.writeByte(0x82);
        writeLength(out, 2 + 2 + ByteBufUtil.utf8Bytes(filter) + 1);
        out.writeShort(packetId);
        writeText(out, filter);
        out.writeByte(qos);
    }

    /**
     * A PUBLISH whose payload begins with a number.
     *
     * @param packetId 0 for QoS 0
     * @param number what the subscriber reads back
     */
    static void publish(ByteBuf out, byte[] topic, int packetId, int number, byte[] padding) {
        boolean isAcknowledged = packetId != 0;
        out.writeByte(isAcknowledged ? 0x32 : 0x30);
        writeLength(out, 2 + topic.length + (isAcknowledged ? 2 : 0) + Integer.BYTES + padding.length);
        out.writeShort(topic.length).writeBytes(topic);
        if (isAcknowledged) {
            out.writeShort(packetId);
        }
        out.writeInt(number).writeBytes(padding);
    }

    static void pubAck(ByteBuf out, int packetId) {
        out.writeByte(0x40).writeByte(2).writeShort(packetId);
    }

    static void disconnect(ByteBuf out) {
        out.writeByte(0xE0).writeByte(0);
    }

    /** Where in the body of a PUBLISH the packet id is, or the payload with QoS 0. */
    static int afterTopic(ByteBuf in, int body) {
        return body + 2 + in.getUnsignedShort(body);
    }

    private static void writeText(ByteBuf out, String text) {
        out.writeShort(ByteBufUtil.utf8Bytes(text));
        ByteBufUtil.writeUtf8(out, text);
    }

    private static void writeLength(ByteBuf out, int length) {
        int rest = length;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }
}
