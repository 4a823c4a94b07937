// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.time;

import java.time.Instant;

/** Wakes tasks at an instant of the process's one clock. Thread-safe; tests advance a virtual one. */
public interface Timers {
    /** Runs the short, non-blocking task at or soon after the instant, on a thread of the timers. */
    Timer at(Instant when, Runnable task);

    /** A wake-up that may still be called off. */
    interface Timer {
        /** Calls the task off; without effect once it has started. */
        void cancel();
    }
}
