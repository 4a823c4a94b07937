// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.TerminalException;
import io.fleetward.application.error.ThrottledException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bounded line of work in front of the threads of a database; no job that entered is ever dropped silently.
 *
 * <p>Thread-safe. When it is full, callers who may wait are slowed for {@link #PATIENCE}, then refused; callers who
 * may not wait are refused at once.
 */
final class JobQueue {
    /** How long a blocking caller waits for room: well below the time-outs of the usual clients. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final Duration CLOSING_CHECK = Duration.ofMillis(200);

    private final BlockingQueue<Job<?>> jobs;
    private volatile @Nullable Throwable closed;

    JobQueue(int capacity) {
        jobs = new ArrayBlockingQueue<>(capacity);
    }

    /** Enters the job; fails it when there is no room in time. */
    void enter(Job<?> job, boolean mayWait) {
        if (closed != null) {
            job.fail(refusal());
        } else if (!offer(job, mayWait)) {
            job.fail(new ThrottledException("the store is busy: too much work is waiting"));
        } else if (closed != null && jobs.remove(job)) {
            job.fail(refusal());
        }
    }

    /** Takes the next job and up to {@code max - 1} more without waiting; empty only once closed. */
    List<Job<?>> take(int max) throws InterruptedException {
        var taken = new ArrayList<Job<?>>();
        Job<?> first = jobs.poll();
        while (first == null && closed == null) {
            first = jobs.poll(CLOSING_CHECK.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (first != null) {
            taken.add(first);
            jobs.drainTo(taken, max - 1);
        }
        return taken;
    }

    /** Lets nobody in any more; jobs inside may still be taken. */
    void close(Throwable reason) {
        if (closed == null) {
            closed = reason;
        }
    }

    /** Fails what is still inside. */
    void failRest() {
        for (Job<?> job = jobs.poll(); job != null; job = jobs.poll()) {
            job.fail(refusal());
        }
    }

    int depth() {
        return jobs.size();
    }

    private boolean offer(Job<?> job, boolean mayWait) {
        try {
            return mayWait ? jobs.offer(job, PATIENCE.toMillis(), TimeUnit.MILLISECONDS) : jobs.offer(job);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private RuntimeException refusal() {
        return closed instanceof TerminalException broken
                ? new TerminalException("the store has stopped: " + broken.getMessage(), broken)
                : new RetryableException("the store is closed", closed);
    }
}
