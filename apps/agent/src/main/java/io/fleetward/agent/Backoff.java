// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait: after failures longer each time, and never as long as the other devices. */
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long LONGEST_MILLIS = 300_000;
    private static final int MOST_DOUBLINGS = 16;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    /** A half to the whole of the time, so that devices that start together do not report together ever after. */
    Duration phase(Duration interval) {
        long millis = interval.toMillis();
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }

    void succeeded() {
        failures = 0;
    }

    /** Notes a failure; answers how long to wait, at least half a second. */
    Duration failed() {
        long most = Math.min(LONGEST_MILLIS, FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return phase(Duration.ofMillis(most));
    }
}
