// SPDX-License-Identifier: Apache-2.0
package io.fleetward.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.util.ResourceLeakDetector;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Notices buffers that were forgotten instead of released. Thread-safe.
 *
 * <p>Named by a system property of the test run, which also has every buffer watched.
 */
public final class LeakWatch<T> extends ResourceLeakDetector<T> {
    private static final List<String> LEAKS = new CopyOnWriteArrayList<>();
    private static final AtomicBoolean IS_WATCHING = new AtomicBoolean();
    private static final int COLLECTIONS = 3;

    /** Called by the library. */
    public LeakWatch(Class<?> type, int samplingInterval) {
        super(type, samplingInterval);
        IS_WATCHING.set(samplingInterval == 1 && isEnabled());
    }

    /** Never called by the library, which takes no class without it all the same. */
    public LeakWatch(Class<?> type, int samplingInterval, long maxActive) {
        this(type, samplingInterval);
    }

    /** Fails when a buffer that nobody holds any more was not released. */
    static void assertNothingForgotten() {
        assertThat(IS_WATCHING).as("every buffer is watched").isTrue();
        for (int i = 0; i < COLLECTIONS; i++) {
            System.gc();
            // Forgotten buffers are reported when the next one is made.
            ByteBufAllocator.DEFAULT.directBuffer().release();
            ByteBufAllocator.DEFAULT.heapBuffer().release();
        }
        List<String> found = List.copyOf(LEAKS);
        LEAKS.clear();
        assertThat(found).isEmpty();
    }

    @Override
    protected boolean needReport() {
        return true;
    }

    @Override
    protected void reportTracedLeak(String type, String records) {
        LEAKS.add(type + records);
    }

    @Override
    protected void reportUntracedLeak(String type) {
        LEAKS.add(type);
    }
}
