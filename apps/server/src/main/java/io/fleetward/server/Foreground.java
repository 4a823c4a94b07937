// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import java.util.concurrent.CountDownLatch;

/**
 * Keeps the process alive until it is told to end by SIGINT or SIGTERM, and lets what runs in it close before it goes.
 *
 * <p>A process that was told to end and closed everything ends with exit code 0, not with that of the signal.
 */
final class Foreground implements AutoCloseable {
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean isClean;

    private Foreground() {}

    static Foreground enter() {
        var foreground = new Foreground();
        Runtime.getRuntime().addShutdownHook(new Thread(foreground::letClose, "shutdown"));
        return foreground;
    }

    /** Returns when the process is told to end. */
    void awaitEnd() throws InterruptedException {
        asked.await();
    }

    /** Says that everything is closed as it should be. */
    void endedCleanly() {
        isClean = true;
    }

    /** Lets the process go. */
    @Override
    public void close() {
        closed.countDown();
    }

    private void letClose() {
        asked.countDown();
        boolean isInterrupted = false;
        while (true) {
            try {
                closed.await();
                break;
            } catch (InterruptedException again) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
        if (isClean) {
            // The virtual machine would end with 128 and the number of the signal, which supervisors take for a crash.
            Runtime.getRuntime().halt(ExitCode.OK);
        }
    }
}
