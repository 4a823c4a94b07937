// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;

/** A WebSocket whose frames the test makes itself. */
final class RawWebSocket implements AutoCloseable {
    static final int CONTINUATION = 0x0;
    static final int TEXT = 0x1;
    static final int BINARY = 0x2;
    static final int CLOSE = 0x8;
    static final int PING = 0x9;

    private static final int FINAL = 0x80;
    private static final byte[] MASK = {0x12, 0x34, 0x56, 0x78};
    private static final String BLANK_LINE = HexFormat.of().formatHex("\r\n\r\n".getBytes(US_ASCII));

    private final RawClient client;

    private RawWebSocket(RawClient client) {
        this.client = client;
    }

    /** The request that opens a WebSocket for MQTT at the target. */
    static byte[] opening(String target) {
        return String.join(
                        "\r\n",
                        "GET " + target + " HTTP/1.1",
                        "Host: localhost",
                        "Connection: keep-alive, Upgrade",
                        "Upgrade: WebSocket",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Protocol: mqtt",
                        "",
                        "")
                .getBytes(US_ASCII);
    }

    /** Opens a WebSocket, sending these bytes before the answer is there. */
    static RawWebSocket open(RawClient client, String target, byte[]... early) throws IOException {
        client.send(opening(target), Bytes.join(early));
        String head = readHead(client);
        if (!head.startsWith("HTTP/1.1 101 ")) {
            throw new IOException(head);
        }
        return new RawWebSocket(client);
    }

    /** Reads the head of an answer. */
    static String readHead(RawClient client) {
        var head = new StringBuilder();
        while (!head.toString().endsWith(BLANK_LINE)) {
            head.append(client.read(1));
        }
        return new String(HexFormat.of().parseHex(head), US_ASCII);
    }

    /** One whole frame as a client sends it. */
    static byte[] frame(int opcode, byte[]... payload) {
        return frame(FINAL | opcode, true, Bytes.join(payload));
    }

    /** The first or another frame of several that make up a message. */
    static byte[] unfinished(int opcode, byte[]... payload) {
        return frame(opcode, true, Bytes.join(payload));
    }

    /** A frame without the mask that every frame of a client must have. */
    static byte[] unmasked(int opcode, byte[]... payload) {
        return frame(FINAL | opcode, false, Bytes.join(payload));
    }

    private static byte[] frame(int first, boolean isMasked, byte[] payload) {
        var out = new ByteArrayOutputStream();
        out.write(first);
        int mask = isMasked ? 0x80 : 0;
        if (payload.length < 126) {
            out.write(mask | payload.length);
        } else if (payload.length < 65_536) {
            out.write(mask | 126);
            out.writeBytes(Bytes.two(payload.length));
        } else {
            out.write(mask | 127);
            out.writeBytes(Bytes.join(new byte[4], Bytes.two(payload.length >> 16), Bytes.two(payload.length)));
        }
        if (isMasked) {
            out.writeBytes(MASK);
        }
        for (int i = 0; i < payload.length; i++) {
            out.write(isMasked ? payload[i] ^ MASK[i % MASK.length] : payload[i]);
        }
        return out.toByteArray();
    }

    void send(byte[]... bytes) {
        client.send(bytes);
    }

    /** Reads a frame: its first byte, a colon and its payload, as hexadecimal digits; empty when there is no more. */
    String read() {
        String first = client.read(1);
        if (first.isEmpty()) {
            return "";
        }
        int length = Integer.parseInt(client.read(1), 16);
        if (length == 126) {
            length = Integer.parseInt(client.read(2), 16);
        } else if (length == 127) {
            length = Integer.parseInt(client.read(8), 16);
        }
        return first + ":" + client.read(length);
    }

    @Override
    public void close() {
        client.close();
    }
}
