// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The QoS 1 messages on their way to one client: some sent and not yet acknowledged, the rest waiting their turn in
 * order of arrival. Confined to the session.
 */
final class OutboundQueue {
    private final PacketIds ids = new PacketIds();
    private final Map<Integer, QueuedMessage> inFlight = new LinkedHashMap<>(2);
    private final Deque<QueuedMessage> waiting = new ArrayDeque<>(2);
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
        return waiting.size() + inFlight.size();
    }

    /** The next message to send, now in flight; null when none waits or the window is full. */
    @Nullable
    InFlight next(int window) {
        if (waiting.isEmpty() || inFlight.size() >= window) {
            return null;
        }
        QueuedMessage message = waiting.removeFirst();
        int packetId = ids.take();
        inFlight.put(packetId, message);
        return new InFlight(packetId, message);
    }

    /** Ends the flight of a message; null when nothing is in flight under this id. */
    @Nullable
    QueuedMessage acknowledge(int packetId) {
        QueuedMessage message = inFlight.remove(packetId);
        if (message != null) {
            ids.release(packetId);
            bytes -= message.message().payload().length;
        }
        return message;
    }

    void clear() {
        inFlight.clear();
        waiting.clear();
        ids.releaseAll();
        bytes = 0;
    }
}
