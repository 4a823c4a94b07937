// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import io.fleetward.application.broker.BrokerCounters;
import io.fleetward.edge.loop.EdgeLoops;
import io.fleetward.kernel.Ids;
import io.netty.handler.codec.http.HttpHeaders;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/** What all HTTP connections of the process share, and how much of it is in use. Thread-safe. */
public final class HttpContext {
    private static final String REQUEST_ID = "x-amzn-requestid";

    private final EdgeLoops loops;
    private final HttpLimits limits;
    private final BrokerCounters counters;
    private final Ids ids;
    private final Semaphore running;
    private final AtomicLong held = new AtomicLong();
    private final Executor threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("http-", 0).factory());

    public HttpContext(EdgeLoops loops, HttpLimits limits, BrokerCounters counters, Ids ids) {
        this.loops = loops;
        this.limits = limits;
        this.counters = counters;
        this.ids = ids;
        running = new Semaphore(limits.maxConcurrent());
    }

    EdgeLoops loops() {
        return loops;
    }

    HttpLimits limits() {
        return limits;
    }

    BrokerCounters counters() {
        return counters;
    }

    /** Gives the answer to a request that no handler saw an id of its own. */
    void identify(HttpHeaders answer) {
        if (!answer.contains(REQUEST_ID)) {
            answer.set(REQUEST_ID, ids.uuid());
        }
    }

    /** Takes room for so many bytes of a body, unless that would be too many. */
    boolean hold(long bytes) {
        if (held.addAndGet(bytes) <= limits.maxHeldBytes()) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    /** Gives back room that was taken. */
    void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    /** Runs the task on a virtual thread, unless too many run already. */
    boolean run(Runnable task) {
        if (!running.tryAcquire()) {
            return false;
        }
        threads.execute(() -> {
            try {
                task.run();
            } finally {
                running.release();
            }
        });
        return true;
    }
}
