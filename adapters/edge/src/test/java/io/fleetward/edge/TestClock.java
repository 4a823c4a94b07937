// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, which a test may put forward. Thread-safe. */
final class TestClock implements InstantSource {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    void advance(Duration step) {
        ahead.accumulateAndGet(step, Duration::plus);
    }
}
