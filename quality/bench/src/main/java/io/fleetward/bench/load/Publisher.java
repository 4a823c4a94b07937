// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.load;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;

/**
 * Publishes as many messages as its window allows; a message leaves the window when a subscriber has it and, with
 * QoS 1, when the broker has acknowledged it. Confined to the generator's one loop.
 */
final class Publisher extends LoadClient {
    private static final int MAX_PACKET_ID = 65_535;

    private final Fleet fleet;
    private final int number;
    private final byte[] topic;
    private final byte[] padding;
    private final int qos;
    private final int window;
    private int unacknowledged;
    private int undelivered;
    private int lastPacketId;
    private boolean hasMoved;

    Publisher(Fleet fleet, int number, LoadOptions options) {
        super(LoadOptions.clientId(number), options.isSecure());
        this.fleet = fleet;
        this.number = number;
        topic = options.topic(number).getBytes(StandardCharsets.UTF_8);
        padding = new byte[options.payloadBytes() - Integer.BYTES];
        qos = options.qos();
        window = options.window();
    }

    @Override
    void connected() {
        fleet.ready();
    }

    @Override
    void packet(int head, ByteBuf in, int body) {
        if (head >> 4 != MqttFrames.PUBACK) {
            throw new IllegalStateException("a publisher got packet " + (head >> 4));
        }
        unacknowledged--;
        send();
    }

    /** A subscriber has one of the messages. */
    void delivered() {
        undelivered = Math.max(0, undelivered - 1); // what was given up may come late
        hasMoved = true;
        send();
    }

    /** Fills the window. */
    void send() {
        int room = window - Math.max(unacknowledged, undelivered);
        if (room <= 0 || !fleet.isRunning()) {
            return;
        }
        ByteBuf out = channel().alloc().directBuffer(room * (topic.length + padding.length + 16));
        for (int i = 0; i < room; i++) {
            MqttFrames.publish(out, topic, nextPacketId(), number, padding);
        }
        undelivered += room;
        unacknowledged += qos == 0 ? 0 : room;
        var _ = channel().writeAndFlush(out, channel().voidPromise());
    }

    /** How many messages are missing because nothing has moved since this was last asked; they are given up. */
    int giveUp() {
        int missing = hasMoved ? 0 : undelivered;
        hasMoved = false;
        if (missing > 0) {
            undelivered = 0;
            unacknowledged = 0;
            send();
        }
        return missing;
    }

    private int nextPacketId() {
        if (qos == 0) {
            return 0;
        }
        lastPacketId = lastPacketId == MAX_PACKET_ID ? 1 : lastPacketId + 1;
        return lastPacketId;
    }
}
