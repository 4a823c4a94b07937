// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Runs one piece of work again and again, never twice at a time, whenever somebody says there is something to do.
 *
 * <p>Thread-safe. However often it is woken while it runs, it runs once more; also when it threw.
 */
final class SerialTask {
    private enum Phase {
        IDLE,
        RUNNING,
        WOKEN
    }

    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.IDLE);
    private final Executor executor;
    private final Runnable work;

    SerialTask(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    /** Has the work run soon; quick when it is going to anyway. */
    void wake() {
        if (phase.get() != Phase.WOKEN && phase.getAndSet(Phase.WOKEN) == Phase.IDLE) {
            executor.execute(this::run);
        }
    }

    private void run() {
        boolean hasFailed = true;
        try {
            do {
                phase.set(Phase.RUNNING);
                work.run();
            } while (!phase.compareAndSet(Phase.RUNNING, Phase.IDLE));
            hasFailed = false;
        } finally {
            if (hasFailed && phase.getAndSet(Phase.IDLE) == Phase.WOKEN) {
                wake();
            }
        }
    }
}
