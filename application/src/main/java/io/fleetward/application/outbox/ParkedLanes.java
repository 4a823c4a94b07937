// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.application.time.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Lanes whose handler failed, each waiting for its next attempt: 1 s after the first failure, then twice as long
 * after each further one, 5 min at most.
 *
 * <p>Confined to the worker but for the queue of due lanes, which the timers fill.
 */
final class ParkedLanes {
    static final Duration FIRST_DELAY = Duration.ofSeconds(1);
    static final Duration LONGEST_DELAY = Duration.ofMinutes(5);
    /** With so many lanes failing something larger is broken: new entries then stay in the store. */
    static final int MOST = 10_000;

    private record Parked(int failures, Timers.Timer timer) {}

    private final Timers timers;
    private final InstantSource clock;
    private final Runnable wake;
    private final Map<Lane, Parked> parked = new HashMap<>();
    private final Queue<Lane> due = new ConcurrentLinkedQueue<>();

    ParkedLanes(Timers timers, InstantSource clock, Runnable wake) {
        this.timers = timers;
        this.clock = clock;
        this.wake = wake;
    }

    boolean contains(Lane lane) {
        return parked.containsKey(lane);
    }

    int size() {
        return parked.size();
    }

    boolean isFull() {
        return parked.size() >= MOST;
    }

    /** Parks the lane after a failure; answers how long. */
    Duration park(Lane lane) {
        Parked before = parked.get(lane);
        int failures = before == null ? 1 : before.failures() + 1;
        Duration delay = delayAfter(failures);
        parked.put(lane, new Parked(failures, timers.at(clock.instant().plus(delay), () -> {
            due.add(lane);
            wake.run();
        })));
        return delay;
    }

    void release(Lane lane) {
        parked.remove(lane);
    }

    /** A lane whose time has come, or null. */
    @Nullable
    Lane nextDue() {
        return due.poll();
    }

    void cancelAll() {
        parked.values().forEach(each -> each.timer().cancel());
    }

    static Duration delayAfter(int failures) {
        Duration doubled = FIRST_DELAY.multipliedBy(1L << Math.min(failures - 1, 20));
        return doubled.compareTo(LONGEST_DELAY) < 0 ? doubled : LONGEST_DELAY;
    }
}
