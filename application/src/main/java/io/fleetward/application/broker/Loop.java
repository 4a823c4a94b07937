// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import java.util.concurrent.Executor;

/**
 * One thread that owns connections and sessions and runs everything that touches them, in the order it was handed in.
 *
 * <p>{@link #execute} and {@link #isCurrent} are thread-safe, everything else is confined to the loop. Tasks must not
 * block. A burst is whatever the loop handles between two waits: all packets and tasks that were there at once.
 */
public interface Loop extends Executor {
    /** Whether the caller runs on this loop. */
    boolean isCurrent();

    /** Milliseconds since the epoch by the process's clock, the same throughout a burst. */
    long now();

    /** Runs the task once, at the end of the burst. */
    void afterBurst(Runnable task);
}
