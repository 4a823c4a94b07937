// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.runtime;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;

/** Keeps tasks until a test has them run, one after the other, on its own thread. */
public final class QueuedExecutor implements Executor {
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
    }

    /** Runs so many of what waits, and of what that adds. */
    void run(int most) {
        for (int n = 0; n < most && !tasks.isEmpty(); n++) {
            tasks.remove().run();
        }
    }

    /** Runs what waits, and what that adds, until nothing does. */
    public void runAll() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
    }
}
