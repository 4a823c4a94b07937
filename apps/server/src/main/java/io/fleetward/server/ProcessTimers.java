// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wake-ups of the process, on one thread. Thread-safe. */
final class ProcessTimers implements Timers, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ProcessTimers.class);

    private final InstantSource clock;
    private final ScheduledThreadPoolExecutor executor;

    ProcessTimers(InstantSource clock) {
        this.clock = clock;
        this.executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("timers").daemon().factory());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public Timer at(Instant when, Runnable task) {
        long delay = Math.max(0, Duration.between(clock.instant(), when).toNanos());
        Future<?> wake = executor.schedule(() -> run(task), delay, TimeUnit.NANOSECONDS);
        return () -> wake.cancel(false);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.error("timer task failed", failure);
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
