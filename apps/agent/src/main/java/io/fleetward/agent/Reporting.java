// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Measures and reports, time after time. What cannot be sent waits, the oldest report going when too many do; the traffic
 * it told of goes with it.
 */
final class Reporting {
    private static final int MOST_WAITING = 100;
    private static final int MOST_CHARACTERS = 2_000_000;

    private final Collector collector;
    private final StateFile file;
    private final Uplink uplink;
    private final Backoff backoff;
    private final InstantSource clock;
    private final AgentLog log;
    private final Deque<Pending> waiting = new ArrayDeque<>();
    private AgentState state;

    private record Pending(long id, String report) {}

    /** What a device reports by. */
    record Means(Collector collector, StateFile file, Uplink uplink) {}

    Reporting(Means means, Backoff backoff, InstantSource clock, AgentLog log) {
        this.collector = means.collector();
        this.file = means.file();
        this.uplink = means.uplink();
        this.backoff = backoff;
        this.clock = clock;
        this.log = log;
        state = file.read();
    }

    /** One report; answers the exit code. */
    int once() throws ConfigurationException, InterruptedException {
        measure();
        try {
            return switch (deliver(waiting.getFirst())) {
                case ACCEPTED -> ExitCode.OK;
                case REJECTED -> ExitCode.REJECTED;
                case LATER -> ExitCode.UNREACHABLE;
            };
        } catch (IOException unreachable) {
            log.event("unreachable", unreachable);
            return ExitCode.UNREACHABLE;
        }
    }

    /** A report at once, one soon after, and from then on one at every interval, until the thread is interrupted. */
    int forever(Duration interval) throws ConfigurationException, InterruptedException {
        Duration pause = backoff.phase(interval);
        Instant next = clock.instant();
        while (true) {
            measure();
            next = next.plus(pause);
            pause = interval;
            deliverUntil(next);
            uplink.idle(left(next));
            // After a sleep of the machine the reports that were not made are not made up for.
            Instant now = clock.instant();
            next = next.isBefore(now) ? now : next;
        }
    }

    private void measure() throws ConfigurationException, InterruptedException {
        Collector.Collected collected = collector.collect(state);
        state = collected.state();
        file.write(state);
        waiting.addLast(new Pending(collected.report().id(), collected.report().json()));
        while (isTooMuch()) {
            log.event("report-dropped", waiting.removeFirst().id());
        }
    }

    private boolean isTooMuch() {
        int characters =
                waiting.stream().mapToInt(pending -> pending.report().length()).sum();
        return waiting.size() > MOST_WAITING || (waiting.size() > 1 && characters > MOST_CHARACTERS);
    }

    private void deliverUntil(Instant end) throws InterruptedException {
        while (!waiting.isEmpty() && left(end).isPositive()) {
            Duration pause = tryNext();
            Duration left = left(end);
            uplink.idle(pause.compareTo(left) < 0 ? pause : left);
        }
    }

    /** Sends the oldest report; answers how long to wait before the next one. */
    private Duration tryNext() throws InterruptedException {
        try {
            if (deliver(waiting.getFirst()) == Uplink.Outcome.LATER) {
                return backoff.failed();
            }
            waiting.removeFirst();
            backoff.succeeded();
            // A server takes a few at once and then one a second.
            return waiting.isEmpty() ? Duration.ZERO : Duration.ofSeconds(1);
        } catch (IOException unreachable) {
            log.event("unreachable", unreachable);
            return backoff.failed();
        }
    }

    private Uplink.Outcome deliver(Pending pending) throws IOException, InterruptedException {
        Uplink.Outcome outcome = uplink.send(pending.id(), pending.report());
        log.event("report", pending.id() + " " + outcome);
        return outcome;
    }

    private Duration left(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
