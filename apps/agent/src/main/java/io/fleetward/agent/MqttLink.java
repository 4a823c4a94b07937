// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One MQTT 3.1.1 connection with as much of the protocol as an agent needs: publish at QoS 1, subscribe, ping.
 *
 * <p>Confined to one thread, but for the reader that it starts.
 */
final class MqttLink implements AutoCloseable {
    private static final int CONNECT = 1;
    private static final int CONNACK = 2;
    private static final int PUBLISH = 3;
    private static final int PUBACK = 4;
    private static final int SUBSCRIBE = 8;
    private static final int SUBACK = 9;
    private static final int PINGREQ = 12;
    private static final int PINGRESP = 13;
    private static final int DISCONNECT = 14;
    private static final int QOS_1 = 0x02;
    private static final int REFUSED = 0x80;
    private static final int LARGEST = 131_072 + 1_024;
    private static final int MOST_WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Packet END = new Packet(0, 0, new byte[0]);

    private final Socket socket;
    private final DataOutputStream out;
    private final int keepAliveSeconds;
    private final BlockingQueue<Packet> inbox = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Queue<Incoming> incoming = new ArrayDeque<>();
    private int lastId;

    /** A message that the agent subscribed to. */
    record Incoming(String topic, String text) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Packet(int type, int flags, byte[] body) {}

    /** Takes over a socket that is connected and secure. */
    MqttLink(Socket socket, int keepAliveSeconds) throws IOException {
        this.socket = socket;
        this.keepAliveSeconds = keepAliveSeconds;
        out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        Thread.ofPlatform().daemon().name("mqtt-reader").start(() -> read(in));
    }

    void connect(String clientId) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.writeUTF("MQTT");
        data.writeByte(4);
        data.writeByte(0x02);
        data.writeShort(keepAliveSeconds);
        data.writeUTF(clientId);
        send(CONNECT, 0, body.toByteArray());
        byte[] answer = expect(CONNACK);
        if (answer.length != 2 || answer[1] != 0) {
            throw new IOException("the server refused the connection");
        }
    }

    void subscribe(String filter) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.writeShort(nextId());
        data.writeUTF(filter);
        data.writeByte(1);
        send(SUBSCRIBE, QOS_1, body.toByteArray());
        byte[] answer = expect(SUBACK);
        if (answer.length != 3 || (answer[2] & REFUSED) != 0) {
            throw new IOException("the server refused the subscription to " + filter);
        }
    }

    /** Publishes and waits until the server has the message. */
    void publish(String topic, String text) throws IOException, InterruptedException {
        var body = new ByteArrayOutputStream();
        var data = new DataOutputStream(body);
        data.writeUTF(topic);
        data.writeShort(nextId());
        data.write(text.getBytes(StandardCharsets.UTF_8));
        send(PUBLISH, QOS_1, body.toByteArray());
        expect(PUBACK);
    }

    /** The next message, or null when none comes in that time. */
    @Nullable
    Incoming next(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (incoming.isEmpty()) {
            Packet packet = inbox.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (packet == null) {
                return null;
            }
            note(packet);
        }
        return incoming.remove();
    }

    /** Keeps the connection alive for that long. */
    void idle(Duration time) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = deadline - System.nanoTime()) {
            Packet packet = inbox.poll(Math.min(left, keepAliveNanos()), TimeUnit.NANOSECONDS);
            if (packet != null) {
                note(packet);
            } else if (deadline - System.nanoTime() > 0) {
                send(PINGREQ, 0, new byte[0]);
                expect(PINGRESP);
            }
        }
        incoming.clear();
    }

    @Override
    public void close() {
        try (socket) {
            send(DISCONNECT, 0, new byte[0]);
        } catch (IOException gone) {
            // Then there is nobody to say good-bye to.
        }
    }

    private long keepAliveNanos() {
        return TimeUnit.SECONDS.toNanos(keepAliveSeconds) / 2;
    }

    private int nextId() {
        lastId = lastId % 65_535 + 1;
        return lastId;
    }

    private byte[] expect(int type) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Packet packet = inbox.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (packet == null) {
                throw new IOException("the server did not answer");
            }
            if (packet.type() == type) {
                return packet.body();
            }
            note(packet);
        }
    }

    private void note(Packet packet) throws IOException {
        if (packet.type() == END.type()) {
            throw new EOFException("the server closed the connection");
        }
        if (packet.type() != PUBLISH || packet.body().length < 2) {
            return;
        }
        byte[] body = packet.body();
        int topicEnd = 2 + unsigned(body, 0);
        boolean isAcknowledged = (packet.flags() & QOS_1) != 0;
        int textStart = topicEnd + (isAcknowledged ? 2 : 0);
        if (textStart > body.length) {
            throw new IOException("the server sent a malformed packet");
        }
        if (isAcknowledged) {
            send(PUBACK, 0, new byte[] {body[topicEnd], body[topicEnd + 1]});
        }
        incoming.add(new Incoming(
                new String(body, 2, topicEnd - 2, StandardCharsets.UTF_8),
                new String(body, textStart, body.length - textStart, StandardCharsets.UTF_8)));
    }

    private static int unsigned(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    private void send(int type, int flags, byte[] body) throws IOException {
        out.writeByte((type << 4) | flags);
        int rest = body.length;
        do {
            int digit = rest % 128;
            rest /= 128;
            out.writeByte(rest > 0 ? digit | 0x80 : digit);
        } while (rest > 0);
        out.write(body);
        out.flush();
    }

    private void read(DataInputStream in) {
        try {
            while (true) {
                int first = in.readUnsignedByte();
                byte[] body = new byte[length(in)];
                in.readFully(body);
                inbox.put(new Packet(first >> 4, first & 0x0f, body));
            }
        } catch (IOException gone) {
            end();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void end() {
        try {
            inbox.put(END);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static int length(DataInputStream in) throws IOException {
        int length = 0;
        for (int shift = 0; shift < 28; shift += 7) {
            int digit = in.readUnsignedByte();
            length |= (digit & 0x7f) << shift;
            if ((digit & 0x80) == 0 && length <= LARGEST) {
                return length;
            }
        }
        throw new IOException("the server sent a packet that is too large");
    }
}
