// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** Runs each job at once, on the thread that brings it. */
public final class DirectJobs extends AbstractExecutorService {
    private boolean isShutdown;

    @Override
    public void execute(Runnable job) {
        if (isShutdown) {
            throw new RejectedExecutionException();
        }
        job.run();
    }

    @Override
    public void shutdown() {
        isShutdown = true;
    }

    @Override
    public List<Runnable> shutdownNow() {
        isShutdown = true;
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return isShutdown;
    }

    @Override
    public boolean isTerminated() {
        return isShutdown;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return isShutdown;
    }
}
