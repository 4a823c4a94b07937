// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.time;

import io.fleetward.testkit.VirtualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Timers that fire, in order, when a test advances the clock through them. Thread-safe. */
public final class VirtualTimers implements Timers {
    private record Wake(Instant when, long order, Runnable task) implements Comparable<Wake> {
        @Override
        public int compareTo(Wake other) {
            return Comparator.comparing(Wake::when)
                    .thenComparingLong(Wake::order)
                    .compare(this, other);
        }
    }

    private final VirtualClock clock;
    private final PriorityQueue<Wake> wakes = new PriorityQueue<>();
    private long order;

    public VirtualTimers(VirtualClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Timer at(Instant when, Runnable task) {
        var wake = new Wake(when, order++, task);
        wakes.add(wake);
        return () -> cancel(wake);
    }

    /** Moves the clock to the end of the step, stopping at every due task to run it at its own time. */
    public void advance(Duration step) {
        Instant end = clock.instant().plus(step);
        for (Wake due = next(end); due != null; due = next(end)) {
            if (due.when().isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), due.when()));
            }
            due.task().run();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }

    private synchronized @Nullable Wake next(Instant end) {
        Wake head = wakes.peek();
        return head == null || head.when().isAfter(end) ? null : wakes.poll();
    }

    private synchronized void cancel(Wake wake) {
        wakes.remove(wake);
    }
}
