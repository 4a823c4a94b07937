// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.session;

import io.fleetward.broker.limit.BrokerLimits;

/**
 * How long a session outlives its connection. Immutable.
 *
 * @param expirySeconds 0 for a session that ends with its connection
 */
public record SessionTerms(long expirySeconds) {
    /** A session that ends with its connection. */
    public static final SessionTerms CLEAN = new SessionTerms(0);

    /** The terms for what a CONNECT asks, lowered to what is allowed. */
    public static SessionTerms granted(ConnectRequest request, BrokerLimits limits) {
        if (request.version() == MqttVersion.MQTT_5) {
            return new SessionTerms(
                    Math.min(request.sessionExpiry(), limits.keepAlive().maxExpiry()));
        }
        return request.isCleanStart()
                ? CLEAN
                : new SessionTerms(limits.keepAlive().defaultExpiry());
    }

    /** Whether the session outlives its connection. */
    public boolean isPersistent() {
        return expirySeconds > 0;
    }

    /** Whether a DISCONNECT may change the expiry to this value: a session that would end cannot be made to stay. */
    public boolean mayBecome(long newExpirySeconds) {
        return isPersistent() || newExpirySeconds == 0;
    }
}
