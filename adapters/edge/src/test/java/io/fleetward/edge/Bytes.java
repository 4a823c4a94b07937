// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Packets made by hand, right or wrong as the test wants them. */
final class Bytes {
    private Bytes() {}

    /** From hexadecimal digits; spaces do not count. */
    static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    static byte[] join(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] one(int value) {
        return new byte[] {(byte) value};
    }

    static byte[] two(int value) {
        return new byte[] {(byte) (value >> 8), (byte) value};
    }

    static byte[] text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return join(two(bytes.length), bytes);
    }

    /** A packet with its right length. */
    static byte[] packet(int head, byte[]... parts) {
        byte[] body = join(parts);
        return join(one(head), length(body.length), body);
    }

    /** A length in the form of a variable byte integer. */
    static byte[] length(int value) {
        var out = new ByteArrayOutputStream();
        int rest = value;
        while (rest > 0x7F) {
            out.write((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
        return out.toByteArray();
    }

    /** A CONNECT of MQTT 3.1.1 with a clean session and a keep-alive of a minute. */
    static byte[] connect(String clientId) {
        return packet(0x10, text("MQTT"), hex("04 02 00 3C"), text(clientId));
    }

    /** A CONNECT of MQTT 5 with a clean start, no properties and a keep-alive of a minute. */
    static byte[] connectFive(String clientId) {
        return packet(0x10, text("MQTT"), hex("05 02 00 3C 00"), text(clientId));
    }

    static byte[] publish(String topic, String payload) {
        return packet(0x30, text(topic), payload.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] subscribe(String filter) {
        return packet(0x82, two(1), text(filter), one(0));
    }
}
