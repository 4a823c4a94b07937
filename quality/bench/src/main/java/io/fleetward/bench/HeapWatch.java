// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Looks at the used heap of this process fifty times a second and remembers the most; garbage not yet collected counts.
 */
final class HeapWatch implements AutoCloseable {
    private static final long PERIOD_MS = 20;

    private final MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    private final AtomicLong most = new AtomicLong();
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();

    HeapWatch() {
        System.gc();
        var _ = watch.scheduleAtFixedRate(this::look, 0, PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    /** The most that was used so far, in MB. */
    double mostMb() {
        look();
        return most.get() / 1048576.0;
    }

    private void look() {
        most.accumulateAndGet(memory.getHeapMemoryUsage().getUsed(), Math::max);
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
