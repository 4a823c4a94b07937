// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import io.fleetward.application.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Timers on the machine's clock. */
final class RealTimers implements Timers, AutoCloseable {
    private final ScheduledExecutorService threads = Executors.newSingleThreadScheduledExecutor();

    @Override
    public Timer at(Instant when, Runnable task) {
        long delay = Math.max(0, Duration.between(Instant.now(), when).toMillis());
        Future<?> scheduled = threads.schedule(task, delay, TimeUnit.MILLISECONDS);
        return () -> scheduled.cancel(false);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
