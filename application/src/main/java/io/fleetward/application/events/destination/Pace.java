// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Spreads requests so that a destination gets no more of them a second than it is to get. Thread-safe. */
final class Pace {
    /** Beyond it, destinations that were not called for long are forgotten. */
    private static final int MOST_REMEMBERED = 4096;

    private static final long NANOS = Duration.ofSeconds(1).toNanos();

    private final Map<String, Instant> next = new HashMap<>();

    /** Takes the destination's next turn; answers how long it is until then. */
    synchronized Duration untilTurn(String destination, int perSecond, Instant now) {
        if (next.size() > MOST_REMEMBERED) {
            next.values().removeIf(turn -> turn.isBefore(now));
        }
        Instant planned = next.get(destination);
        Instant turn = planned == null || planned.isBefore(now) ? now : planned;
        next.put(destination, turn.plusNanos(NANOS / perSecond));
        return Duration.between(now, turn);
    }
}
