// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.work;

import io.fleetward.application.error.TerminalException;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that does its work once at the start and again whenever it is woken, once for any number of calls meanwhile.
 *
 * <p>Thread-safe. Work that ends in a {@link TerminalException} ends the thread; other failures are the work's own
 * affair.
 */
public final class WokenThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WokenThread.class);

    private final String name;
    private final Runnable work;
    private final Semaphore signal = new Semaphore(1);
    private volatile boolean isStopping;
    private volatile @Nullable Thread thread;

    public WokenThread(String name, Runnable work) {
        this.name = name;
        this.work = work;
    }

    public void start() {
        thread = Thread.ofVirtual().name(name).start(this::loop);
    }

    /** There may be something to do; never blocks. */
    public void wake() {
        signal.release();
    }

    /** Whether the work at hand is to come to an end. */
    public boolean isStopping() {
        return isStopping;
    }

    /** Asks the work at hand to come to an end and waits for it. */
    @Override
    public void close() {
        isStopping = true;
        wake();
        Thread running = thread;
        if (running != null) {
            try {
                running.join();
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void loop() {
        try {
            while (!isStopping) {
                signal.acquire();
                signal.drainPermits();
                work.run();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        } catch (TerminalException failure) {
            LOG.atError().setCause(failure).addKeyValue("thread", name).log("work-stopped");
        }
    }
}
