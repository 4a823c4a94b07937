// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.fact;

/** Why a connection ended, in the words of the lifecycle events. The names are the wire names. */
public enum DisconnectReason {
    AUTH_ERROR,
    CLIENT_INITIATED_DISCONNECT,
    CLIENT_ERROR,
    CONNECTION_LOST,
    DUPLICATE_CLIENTID,
    FORBIDDEN_ACCESS,
    MQTT_KEEP_ALIVE_TIMEOUT,
    SERVER_ERROR,
    SERVER_INITIATED_DISCONNECT,
    API_INITIATED_DISCONNECT,
    THROTTLED,
    WEBSOCKET_TTL_EXPIRATION,
    CUSTOMAUTH_TTL_EXPIRATION;

    /** Whether the last will is sent when a connection ends for this reason. */
    public boolean sendsWill() {
        return this != CLIENT_INITIATED_DISCONNECT;
    }
}
