// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.error.TerminalException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WokenThreadTest {
    private final AtomicInteger runs = new AtomicInteger();
    private final Semaphore leave = new Semaphore(0);

    private void work() {
        runs.incrementAndGet();
        leave.acquireUninterruptibly();
    }

    @Test
    void worksAtTheStartAndOnceForAllCallsMeanwhile() {
        try (var thread = new WokenThread("test", this::work)) {
            thread.start();
            await().until(() -> runs.get() == 1);
            thread.wake();
            thread.wake();
            thread.wake();
            leave.release();
            await().until(() -> runs.get() == 2);
            leave.release();
            thread.wake();
            await().until(() -> runs.get() == 3);
            leave.release(9);
        }
        assertThat(runs.get()).isBetween(3, 4);
    }

    @Test
    void endsWithTheWorkAtHand() throws InterruptedException {
        var thread = new WokenThread("test", this::work);
        thread.start();
        await().until(() -> runs.get() == 1);

        Thread closing = Thread.ofVirtual().start(thread::close);
        await().until(thread::isStopping);
        assertThat(closing.isAlive()).isTrue();
        leave.release();
        closing.join();

        assertThat(runs).hasValue(1);
    }

    @Test
    void endsWhenItsWorkCanNeverSucceedAgain() {
        var thread = new WokenThread("test", () -> {
            runs.incrementAndGet();
            throw new TerminalException("closed", null);
        });
        thread.start();
        await().until(() -> runs.get() == 1);
        thread.close();

        assertThat(runs).hasValue(1);
    }
}
