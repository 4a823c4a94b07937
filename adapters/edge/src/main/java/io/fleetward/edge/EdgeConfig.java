// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import io.fleetward.edge.http.HttpLimits;
import org.jspecify.annotations.Nullable;

/**
 * Where and how the edge listens. Immutable.
 *
 * @param bind the address of the TLS listeners; the others never leave loopback
 * @param mqttPort MQTT over TLS with client certificates; 0 picks a free port, as for the others
 * @param httpsPort HTTPS for console and API, and for devices by ALPN or server name
 * @param httpPort plain HTTP for the API
 * @param plainMqtt MQTT without TLS, for measurements only; null to have none
 * @param firstPacketMillis how long a client may take to its handshake, and again to its CONNECT
 */
public record EdgeConfig(
        String bind,
        int mqttPort,
        int httpsPort,
        int httpPort,
        @Nullable PlainMqtt plainMqtt,
        long firstPacketMillis,
        HttpLimits http) {
    /**
     * MQTT without TLS on loopback: every connection counts as if it had shown one certificate.
     *
     * @param certificateId the id of that certificate, which must be registered like any other
     */
    public record PlainMqtt(int port, String certificateId) {}
}
