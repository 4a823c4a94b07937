// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The QoS 1 messages on their way to one client: some sent and not yet acknowledged, the rest waiting their turn in
 * order of arrival. Confined to the session.
 */
final class OutboundQueue {
    private final PacketIds ids = new PacketIds();
    private final Deque<QueuedMessage> waiting = new ArrayDeque<>(2);
    /** The messages in flight by packet id; as ids are taken from the lowest free one, the array stays small. */
    private @Nullable QueuedMessage[] inFlight = new QueuedMessage[2];

    private int flying;
    private long bytes;

    void offer(QueuedMessage message) {
        waiting.addLast(message);
        bytes += message.message().payload().length;
    }

    /** Payload bytes of everything that waits or is in flight. */
    long bytes() {
        return bytes;
    }

    int waiting() {
        return waiting.size();
    }

    int size() {
        return waiting.size() + flying;
    }

    /** The next message to send, now in flight; null when none waits or the window is full. */
    @Nullable
    InFlight next(int window) {
        if (waiting.isEmpty() || flying >= window) {
            return null;
        }
        QueuedMessage message = waiting.removeFirst();
        int packetId = ids.take();
        if (packetId >= inFlight.length) {
            inFlight = Arrays.copyOf(inFlight, 2 * packetId);
        }
        inFlight[packetId] = message;
        flying++;
        return new InFlight(packetId, message);
    }

    /** Ends the flight of a message; null when nothing is in flight under this id. */
    @Nullable
    QueuedMessage acknowledge(int packetId) {
        QueuedMessage message = packetId < inFlight.length ? inFlight[packetId] : null;
        if (message != null) {
            inFlight[packetId] = null;
            flying--;
            ids.release(packetId);
            bytes -= message.message().payload().length;
        }
        return message;
    }

    void clear() {
        Arrays.fill(inFlight, null);
        flying = 0;
        waiting.clear();
        ids.releaseAll();
        bytes = 0;
    }
}
