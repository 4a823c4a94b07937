// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.session.ClientKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts each client's connections, so that its events can be put in order; a client that stayed away for an hour
 * starts again at 0 (iot-core, lifecycle events). Thread-safe.
 */
final class PresenceVersions {
    private static final long FORGET_AFTER_MILLIS = 3_600_000;
    private static final int TIDY_EVERY = 1_024;
    private static final long CONNECTED = Long.MAX_VALUE;

    private record Count(long version, long endedAt) {}

    private final Map<ClientKey, Count> counts = new ConcurrentHashMap<>();

    /** The version of a connection that begins. */
    long begin(ClientKey client, long now) {
        Count count = counts.compute(
                client, (_, known) -> new Count(known == null || isOld(known, now) ? 0 : known.version + 1, CONNECTED));
        if (count.version == 0 && counts.size() % TIDY_EVERY == 0) {
            counts.values().removeIf(known -> isOld(known, now));
        }
        return count.version;
    }

    /** A connection has ended; if it was the client's last one, its time away begins. */
    void end(ClientKey client, long version, long now) {
        counts.computeIfPresent(client, (_, known) -> known.version == version ? new Count(version, now) : known);
    }

    private static boolean isOld(Count count, long now) {
        return count.endedAt != CONNECTED && now - count.endedAt > FORGET_AFTER_MILLIS;
    }
}
