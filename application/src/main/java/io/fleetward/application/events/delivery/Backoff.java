// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait after failures: a second, then twice as long each time up to a bound, each a little shorter or longer
 * so that what failed together does not come back together.
 */
final class Backoff {
    /** For one event: with 185 retries and a day, this is what a target that is up can still be late by. */
    static final Duration LONGEST_OF_EVENT = Duration.ofMinutes(10);

    /** For a lane: a target that works again is found out within that time. */
    static final Duration LONGEST_OF_LANE = Duration.ofSeconds(30);

    private static final int MOST_DOUBLINGS = 20;
    private static final double SPREAD = 0.2;

    private Backoff() {}

    /** @param failures how many there were in a row, at least one */
    static Duration after(int failures, Duration longest, RandomGenerator random) {
        long millis = Duration.ofSeconds(1).toMillis() << Math.min(failures - 1, MOST_DOUBLINGS);
        long bounded = Math.min(millis, longest.toMillis());
        return Duration.ofMillis((long) (bounded * (1 + SPREAD * (random.nextDouble() - 1))));
    }
}
