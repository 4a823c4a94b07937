// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.session.ClientKey;
import io.fleetward.broker.subscription.Subscription;
import java.util.List;

/**
 * A persistent session as it is kept on disk. Immutable.
 *
 * @param expirySeconds how long the session outlives its connection
 * @param endedAt when its last connection ended, in milliseconds since the epoch; {@link #CONNECTED} while it lasts
 */
public record StoredSession(ClientKey client, long expirySeconds, long endedAt, List<Subscription> subscriptions) {
    /** The end of a connection that has not ended. */
    public static final long CONNECTED = -1;

    public StoredSession {
        subscriptions = List.copyOf(subscriptions);
    }
}
