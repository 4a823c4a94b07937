// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.mqtt;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The data types packets are made of (MQTT 5, section 1.5); what is cut short or ill-formed is refused. */
final class WireTypes {
    private static final int CONTINUES = 0x80;
    private static final int MAX_VARIABLE_BYTES = 4;

    private WireTypes() {}

    static void require(ByteBuf in, int bytes) {
        if (in.readableBytes() < bytes) {
            throw PacketRefused.malformed("the packet is too short");
        }
    }

    static int readByte(ByteBuf in) {
        require(in, 1);
        return in.readUnsignedByte();
    }

    static int readShort(ByteBuf in) {
        require(in, 2);
        return in.readUnsignedShort();
    }

    static long readInt(ByteBuf in) {
        require(in, 4);
        return in.readUnsignedInt();
    }

    static int readVariableInt(ByteBuf in) {
        int value = 0;
        for (int i = 0; i < MAX_VARIABLE_BYTES; i++) {
            int digit = readByte(in);
            value |= (digit & 0x7F) << (7 * i);
            if ((digit & CONTINUES) == 0) {
                return value;
            }
        }
        throw PacketRefused.malformed("a variable byte integer is too long");
    }

    static void writeVariableInt(ByteBuf out, int value) {
        int rest = value;
        while (rest > 0x7F) {
            out.writeByte((rest & 0x7F) | CONTINUES);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    static int sizeOfVariableInt(int value) {
        if (value < 1 << 7) {
            return 1;
        }
        if (value < 1 << 14) {
            return 2;
        }
        return value < 1 << 21 ? 3 : 4;
    }

    static byte[] readBinary(ByteBuf in) {
        int length = readShort(in);
        require(in, length);
        byte[] bytes = new byte[length];
        in.readBytes(bytes);
        return bytes;
    }

    static String readBinaryAsHex(ByteBuf in) {
        return HexFormat.of().formatHex(readBinary(in));
    }

    static String readText(ByteBuf in) {
        return decodeText(readBinary(in));
    }

    /** Decodes UTF-8 strictly: a server must not accept ill-formed text, surrogates or the character NUL. */
    static String decodeText(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw PacketRefused.malformed("a text holds the character NUL");
            }
            return text;
        } catch (CharacterCodingException _) {
            throw PacketRefused.malformed("a text is not well-formed UTF-8");
        }
    }

    static void writeText(ByteBuf out, String text) {
        int lengthAt = out.writerIndex();
        out.writeShort(0);
        int length = out.writeCharSequence(text, StandardCharsets.UTF_8);
        out.setShort(lengthAt, length);
    }
}
