// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge.http;

import io.fleetward.application.broker.BrokerCounters;
import io.fleetward.edge.loop.EdgeLoops;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/** What all HTTP connections of the process share. Immutable but for the count of running requests; thread-safe. */
public final class HttpContext {
    private final EdgeLoops loops;
    private final HttpLimits limits;
    private final BrokerCounters counters;
    private final Semaphore running;
    private final Executor threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("http-", 0).factory());

    public HttpContext(EdgeLoops loops, HttpLimits limits, BrokerCounters counters) {
        this.loops = loops;
        this.limits = limits;
        this.counters = counters;
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
