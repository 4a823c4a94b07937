// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import java.util.concurrent.Executor;

/**
 * One thread that owns connections and sessions and runs everything that touches them, in the order it was handed in.
 *
 * <p>Thread-safe. Tasks must not block.
 */
public interface Loop extends Executor {
    /** Whether the caller runs on this loop. */
    boolean isCurrent();
}
