// SPDX-License-Identifier: Apache-2.0
package io.fleetward.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when a test moves it. Thread-safe. */
public final class VirtualClock implements InstantSource {
    private volatile Instant now;

    public VirtualClock(Instant start) {
        now = start;
    }

    /** A clock that stands at 2026-06-01T00:00:00Z. */
    public static VirtualClock atStart() {
        return new VirtualClock(Instant.parse("2026-06-01T00:00:00Z"));
    }

    @Override
    public Instant instant() {
        return now;
    }

    /** Moves the clock forward. */
    public synchronized void advance(Duration step) {
        if (step.isNegative()) {
            throw new IllegalArgumentException("time does not run backwards: " + step);
        }
        now = now.plus(step);
    }
}
