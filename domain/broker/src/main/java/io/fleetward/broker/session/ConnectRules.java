// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import io.fleetward.broker.ReasonCode;
import io.fleetward.broker.limit.BrokerLimits;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What a CONNECT must look like and what is granted to it (iot-core, MQTT broker, limits and their handling). */
public final class ConnectRules {
    private ConnectRules() {}

    /** Why the request is refused before anybody asks a policy; null when it is well-formed. */
    public static @Nullable ReasonCode check(ConnectRequest request, BrokerLimits limits) {
        if (!isValidClientId(request.clientId(), limits)) {
            return ReasonCode.CLIENT_IDENTIFIER_NOT_VALID;
        }
        if (request.will() == null) {
            return null;
        }
        var topic = request.will().topic();
        if (topic.isReserved() || limits.packet().topic().check(topic) != null) {
            return ReasonCode.TOPIC_NAME_INVALID;
        }
        boolean isTooLarge = request.will().payload().length > limits.packet().maxPayloadBytes();
        return isTooLarge ? ReasonCode.PACKET_TOO_LARGE : null;
    }

    /** The keep-alive in seconds that holds for the connection: as asked, moved into what is allowed. */
    public static int keepAlive(int asked, BrokerLimits limits) {
        BrokerLimits.Times times = limits.keepAlive();
        if (asked == 0 || asked > times.maxKeepAlive()) {
            return times.maxKeepAlive();
        }
        return Math.max(asked, times.minKeepAlive());
    }

    /** How many unacknowledged messages are sent to the client at a time. */
    public static int window(ConnectRequest request, BrokerLimits limits) {
        return Math.min(request.receiveMaximum(), limits.session().maxInFlight());
    }

    private static boolean isValidClientId(String clientId, BrokerLimits limits) {
        return !clientId.isEmpty()
                && clientId.charAt(0) != '$'
                && clientId.getBytes(StandardCharsets.UTF_8).length
                        <= limits.packet().maxClientIdBytes();
    }
}
