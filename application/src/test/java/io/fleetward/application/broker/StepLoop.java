// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** A loop that runs its tasks when the test says so. Confined to the test's thread. */
final class StepLoop implements Loop {
    private final InstantSource clock;
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Runnable> afterBurst = new ArrayDeque<>();
    private boolean isRunning;

    StepLoop(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public void execute(Runnable task) {
        tasks.addLast(task);
    }

    @Override
    public boolean isCurrent() {
        return isRunning;
    }

    @Override
    public long now() {
        return clock.millis();
    }

    @Override
    public void afterBurst(Runnable task) {
        afterBurst.addLast(task);
    }

    /** Runs what waits; answers whether there was anything. */
    boolean run() {
        if (tasks.isEmpty()) {
            return false;
        }
        isRunning = true;
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        for (Runnable task = afterBurst.poll(); task != null; task = afterBurst.poll()) {
            task.run();
        }
        isRunning = false;
        return true;
    }
}
