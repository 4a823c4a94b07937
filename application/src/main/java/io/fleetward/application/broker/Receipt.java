// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a message is as durable as its recipients need, then says so once. Thread-safe.
 *
 * <p>Whoever routes the message holds one share itself, so that the end cannot come before every recipient is known.
 */
abstract class Receipt {
    private final AtomicInteger shares = new AtomicInteger(1);
    private volatile @Nullable Throwable failure;

    /** One more recipient must report. */
    void expect() {
        shares.incrementAndGet();
    }

    /** A recipient reports: durable (null) or failed. */
    void report(@Nullable Throwable problem) {
        if (problem != null) {
            failure = problem;
        }
        if (shares.decrementAndGet() == 0) {
            complete(failure);
        }
    }

    /** Everybody has reported; runs on the thread of the last one. */
    abstract void complete(@Nullable Throwable problem);
}
