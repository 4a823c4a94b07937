// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import io.fleetward.application.error.RetryableException;
import io.fleetward.application.error.TerminalException;
import io.fleetward.application.error.ThrottledException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
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

    private final int capacity;
    private final Queue<Job<?>> jobs = new ArrayDeque<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hasWork = lock.newCondition();
    private final Condition hasRoom = lock.newCondition();
    private @Nullable RuntimeException closed;

    JobQueue(int capacity) {
        this.capacity = capacity;
    }

    /** Enters the job, or fails it when there is no room in time or the queue is closed. */
    void enter(Job<?> job, boolean mayWait) {
        RuntimeException refusal = tryEnter(job, mayWait ? PATIENCE.toNanos() : 0);
        if (refusal != null) {
            job.fail(refusal);
        }
    }

    private @Nullable RuntimeException tryEnter(Job<?> job, long patience) {
        lock.lock();
        try {
            long left = patience;
            while (closed == null && jobs.size() >= capacity) {
                if (left <= 0) {
                    return new ThrottledException("the store is busy: " + capacity + " calls are waiting");
                }
                left = hasRoom.awaitNanos(left);
            }
            if (closed == null) {
                jobs.add(job);
                hasWork.signal();
                return null;
            }
            return refusal(closed);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            return new RetryableException("interrupted before the store took the call", interrupt);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for the next job, and takes with it up to {@code max - 1} more; empty only once closed and worked off. */
    List<Job<?>> take(int max) {
        var taken = new ArrayList<Job<?>>();
        lock.lock();
        try {
            while (jobs.isEmpty() && closed == null) {
                hasWork.awaitUninterruptibly();
            }
            while (taken.size() < max && !jobs.isEmpty()) {
                taken.add(jobs.remove());
            }
            hasRoom.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Lets nobody in any more; jobs inside may still be taken. The first reason counts. */
    void close(RuntimeException reason) {
        lock.lock();
        try {
            if (closed == null) {
                closed = reason;
            }
            hasWork.signalAll();
            hasRoom.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Fails what is still inside a closed queue. */
    void failRest() {
        List<Job<?>> rest = take(Integer.MAX_VALUE);
        rest.forEach(job -> job.fail(new RetryableException("the store was closed before it took the call", null)));
    }

    /** How many jobs wait. */
    int depth() {
        lock.lock();
        try {
            return jobs.size();
        } finally {
            lock.unlock();
        }
    }

    /** A fresh exception for each caller, so that each has its own stack trace. */
    private static RuntimeException refusal(RuntimeException reason) {
        return reason instanceof TerminalException
                ? new TerminalException("the store has stopped: " + reason.getMessage(), reason)
                : new RetryableException("the store is closed", reason);
    }
}
