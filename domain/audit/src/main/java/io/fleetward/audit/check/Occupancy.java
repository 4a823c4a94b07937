// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when a certificate was in use, by whichever client was the last and by the last of all others.
 *
 * <p>Confined to one check. Two ends are enough to tell of any further connection whether it overlaps with one of
 * another client, as long as connections come in the order in which they began.
 */
final class Occupancy {
    private @Nullable String lastClient;
    private Instant lastUntil = Instant.MIN;
    private Instant othersUntil = Instant.MIN;

    /** Takes a connection in that began no earlier than the one before; answers whether another client was there. */
    boolean add(String clientId, Instant from, Instant to) {
        if (!from.isBefore(to)) {
            return false;
        }
        boolean isLastClient = clientId.equals(lastClient);
        boolean overlaps = from.isBefore(isLastClient ? othersUntil : lastUntil);
        if (isLastClient) {
            lastUntil = latest(lastUntil, to);
        } else if (to.isAfter(lastUntil)) {
            othersUntil = lastUntil;
            lastUntil = to;
            lastClient = clientId;
        } else {
            othersUntil = latest(othersUntil, to);
        }
        return overlaps;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
