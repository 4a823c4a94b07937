// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.message.Message;
import java.util.List;

/** The wire side of one connection: turns what the broker decides into packets. Everything is called on its loop. */
public interface ClientLink {
    /** The loop that owns the connection. */
    Loop loop();

    /** Whether the peer takes data fast enough; when it does again, the link tells {@link ClientConnection#writable}. */
    boolean isWritable();

    /**
     * Sends a PUBLISH with the message's own retain mark.
     *
     * @param packetId 1 to 65,535 with QoS 1, 0 with QoS 0
     */
    void publish(Message message, int packetId);

    /** Sends a PUBACK; MQTT 3.1.1 has no room for a code, so there failures are never acknowledged. */
    void publishAcknowledged(int packetId, ReasonCode code);

    /** Sends a SUBACK. */
    void subscribeAcknowledged(int packetId, List<ReasonCode> codes);

    /** Sends an UNSUBACK. */
    void unsubscribeAcknowledged(int packetId, List<ReasonCode> codes);

    /** Stops or goes on reading from the peer. */
    void read(boolean on);

    /** Ends the connection, telling an MQTT 5 client why; the link does not report this end back. */
    void close(ReasonCode code, String reason);
}
