// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.application.time.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** A clock that moves when the benchmark moves it, and timers that go off by it. Thread-safe. */
final class VirtualTime implements InstantSource, Timers {
    private final TreeMap<Instant, List<Runnable>> waiting = new TreeMap<>();
    private volatile Instant now;

    VirtualTime(Instant start) {
        now = start;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public synchronized Timer at(Instant when, Runnable task) {
        waiting.computeIfAbsent(when, _ -> new ArrayList<>()).add(task);
        return () -> cancel(when, task);
    }

    /** Moves the clock, and runs what is due by then. */
    void advance(Duration step) {
        now = now.plus(step);
        for (Runnable task : due()) {
            task.run();
        }
    }

    private synchronized List<Runnable> due() {
        var due = new ArrayList<Runnable>();
        var past = waiting.headMap(now, true);
        past.values().forEach(due::addAll);
        past.clear();
        return due;
    }

    private synchronized void cancel(Instant when, Runnable task) {
        List<Runnable> tasks = waiting.get(when);
        if (tasks != null) {
            tasks.remove(task);
        }
    }
}
