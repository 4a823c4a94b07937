// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * The little of MQTT 3.1.1 that a device needs which only publishes: CONNECT, PUBLISH with QoS 1, DISCONNECT.
 *
 * <p>Confined to one thread at a time; {@link #drop} may come from any.
 */
final class MqttConnection implements AutoCloseable {
    private static final int CONNECT = 0x10;
    private static final int CONNACK = 0x20;
    private static final int PUBLISH_QOS_1 = 0x32;
    private static final int PUBACK = 0x40;
    private static final int DISCONNECT = 0xE0;

    private static final int PROTOCOL_LEVEL = 4;
    private static final int CLEAN_SESSION = 0x02;
    private static final int KEEP_ALIVE_SECONDS = 1_200;
    private static final int LAST_PACKET_ID = 0xFFFF;

    private final Socket socket;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int packetId;

    private MqttConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.in = new DataInputStream(socket.getInputStream());
        this.out = new DataOutputStream(socket.getOutputStream());
    }

    /** Opens a session on the connected socket, which is closed with it, or fails with what the server answered. */
    static MqttConnection open(Socket socket, String clientId) throws IOException {
        try {
            var connection = new MqttConnection(socket);
            connection.connect(clientId);
            return connection;
        } catch (IOException failure) {
            socket.close();
            throw failure;
        }
    }

    private void connect(String clientId) throws IOException {
        var body = new ByteArrayOutputStream();
        var fields = new DataOutputStream(body);
        fields.writeUTF("MQTT");
        fields.writeByte(PROTOCOL_LEVEL);
        fields.writeByte(CLEAN_SESSION);
        fields.writeShort(KEEP_ALIVE_SECONDS);
        fields.writeUTF(clientId);
        send(CONNECT, body.toByteArray());
        int code = receive(CONNACK) & 0xFF;
        if (code != 0) {
            throw new IOException("refused with code " + code);
        }
    }

    /** Publishes and waits for the acknowledgement. */
    void publish(String topic, String text) throws IOException {
        packetId = packetId == LAST_PACKET_ID ? 1 : packetId + 1;
        var body = new ByteArrayOutputStream();
        var fields = new DataOutputStream(body);
        fields.writeUTF(topic);
        fields.writeShort(packetId);
        fields.write(text.getBytes(StandardCharsets.UTF_8));
        send(PUBLISH_QOS_1, body.toByteArray());
        int acknowledged = receive(PUBACK);
        if (acknowledged != packetId) {
            throw new IOException("packet " + acknowledged + " acknowledged instead of " + packetId);
        }
    }

    /** Ends the connection as a power cut does. */
    void drop() throws IOException {
        socket.close();
    }

    /** Says goodbye. */
    @Override
    public void close() throws IOException {
        try (socket) {
            send(DISCONNECT, new byte[0]);
        }
    }

    private void send(int type, byte[] body) throws IOException {
        var packet = new ByteArrayOutputStream(body.length + 5);
        packet.write(type);
        int rest = body.length;
        do {
            int digit = rest & 0x7F;
            rest >>>= 7;
            packet.write(rest == 0 ? digit : digit | 0x80);
        } while (rest > 0);
        packet.write(body);
        out.write(packet.toByteArray());
        out.flush();
    }

    /** The two bytes of an answer: CONNACK and PUBACK have no more. */
    private int receive(int type) throws IOException {
        int seen = in.readUnsignedByte();
        int length = in.readUnsignedByte();
        if (seen != type || length != 2) {
            throw new IOException("packet type " + seen + " instead of " + type);
        }
        return in.readUnsignedShort();
    }
}
