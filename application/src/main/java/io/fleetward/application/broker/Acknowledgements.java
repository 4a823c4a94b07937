// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.error.ThrottledException;
import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.fact.DisconnectReason;
import io.fleetward.broker.session.MqttVersion;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The PUBACKs owed to one publisher, sent in the order of its messages although some wait for the disk. Confined to
 * the connection's loop.
 */
final class Acknowledgements {
    private final ClientConnection connection;
    private final Deque<Owed> owed = new ArrayDeque<>(1);
    private boolean isPaused;

    /** One acknowledgement; {@code code} is null while it cannot be sent. */
    private static final class Owed {
        private final int packetId;
        private @Nullable ReasonCode code;

        Owed(int packetId, @Nullable ReasonCode code) {
            this.packetId = packetId;
            this.code = code;
        }
    }

    Acknowledgements(ClientConnection connection) {
        this.connection = connection;
    }

    /** Whether the client may have one more unacknowledged message; clients that know no such limit are slowed down. */
    boolean hasRoom() {
        return owed.size() < limit() || connection.request().version() != MqttVersion.MQTT_5;
    }

    /** The message is dealt with. */
    void now(int qos, int packetId, ReasonCode code) {
        if (qos == 0) {
            return;
        }
        if (owed.isEmpty()) {
            connection.link().publishAcknowledged(packetId, code);
        } else {
            owed.add(new Owed(packetId, code));
        }
    }

    /** The message is dealt with once the receipt is complete. */
    Pending pending(int qos, int packetId) {
        Owed slot = qos == 0 ? null : new Owed(packetId, null);
        if (slot != null) {
            owed.add(slot);
            pause();
        }
        return new Pending(slot);
    }

    /** A receipt that turns into an acknowledgement. */
    final class Pending extends Receipt {
        private final @Nullable Owed slot;

        private Pending(@Nullable Owed slot) {
            this.slot = slot;
        }

        @Override
        void complete(@Nullable Throwable problem) {
            if (slot == null) {
                return;
            }
            if (connection.loop().isCurrent()) {
                settle(slot, problem);
            } else {
                connection.loop().execute(() -> settle(slot, problem));
            }
        }
    }

    private void settle(Owed slot, @Nullable Throwable problem) {
        if (connection.isEnded()) {
            return;
        }
        if (problem != null && connection.request().version() != MqttVersion.MQTT_5) {
            connection.end(
                    problem instanceof ThrottledException ? DisconnectReason.THROTTLED : DisconnectReason.SERVER_ERROR);
            return;
        }
        slot.code = codeOf(problem);
        for (Owed first = owed.peek(); first != null && first.code != null; first = owed.peek()) {
            owed.remove();
            connection.link().publishAcknowledged(first.packetId, first.code);
        }
        resume();
    }

    private static ReasonCode codeOf(@Nullable Throwable problem) {
        if (problem == null) {
            return ReasonCode.SUCCESS;
        }
        return problem instanceof ThrottledException ? ReasonCode.QUOTA_EXCEEDED : ReasonCode.UNSPECIFIED_ERROR;
    }

    private void pause() {
        if (!isPaused && owed.size() >= limit()) {
            isPaused = true;
            connection.link().read(false);
        }
    }

    private void resume() {
        if (isPaused && owed.size() < limit()) {
            isPaused = false;
            connection.link().read(true);
        }
    }

    private int limit() {
        return connection.core().limits().session().maxInFlight();
    }
}
