// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import org.jspecify.annotations.Nullable;

/** Steps of one sort, each not earlier than the one before. Confined to one thread. */
interface Series {
    /** The next step; null when there is none. */
    @Nullable
    Step next();
}
