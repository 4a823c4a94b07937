// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.time.Duration;
import java.time.Instant;

/**
 * How simulated time runs in real time: a window of five minutes lasts one metric period of the server. Immutable.
 *
 * @param start the real time at which simulated time is zero
 * @param period the server's metric period
 */
public record Timeline(Instant start, Duration period) {
    /** When this instant of simulated time, in milliseconds, is due. */
    public Instant at(long simulated) {
        return start.plusNanos((long) (simulated * (period.toNanos() / (double) FleetPlan.WINDOW_MS)));
    }

    /** How long until then; negative when it is past. */
    public Duration until(long simulated, Instant now) {
        return Duration.between(now, at(simulated));
    }
}
