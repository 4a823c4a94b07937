// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import io.fleetward.broker.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * What a CONNECT packet asks for. Immutable.
 *
 * @param clientId as sent or, where the client left it empty, as assigned
 * @param isCleanStart whether an earlier session of this client is to be forgotten
 * @param sessionExpiry MQTT 5: seconds the session is to outlive the connection; 0 otherwise
 * @param keepAlive seconds, 0 for none
 * @param will the message to publish when the connection ends unexpectedly; null for none
 * @param receiveMaximum how many unacknowledged QoS 1 messages the client takes
 * @param maxPacketBytes the largest packet the client takes
 * @param topicAliasMaximum how many topic aliases the client takes
 */
public record ConnectRequest(
        MqttVersion version,
        String clientId,
        boolean isCleanStart,
        long sessionExpiry,
        int keepAlive,
        @Nullable Message will,
        int receiveMaximum,
        int maxPacketBytes,
        int topicAliasMaximum) {
    /** Whether the client asks for a session that outlives the connection, as the policies see it. */
    public boolean asksForPersistence() {
        return version == MqttVersion.MQTT_5 ? sessionExpiry > 0 : !isCleanStart;
    }
}
