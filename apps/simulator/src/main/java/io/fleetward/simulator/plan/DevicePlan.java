// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import org.jspecify.annotations.Nullable;

/**
 * One device: what it is, where it stands, and what befalls it. Immutable.
 *
 * @param seed everything the device does by chance follows from it
 * @param attack null for a device that nobody attacks
 * @param silentFrom from when on it says nothing more; {@link Long#MAX_VALUE} if it never falls silent
 */
public record DevicePlan(
        String name,
        DeviceClass kind,
        String site,
        long seed,
        @Nullable Attack attack,
        long silentFrom) {
    /** Where the device publishes what it measures. */
    public String topic() {
        return "fleet/" + name + "/state";
    }

    /** Where it reports its own metrics. */
    public String reportTopic() {
        return "$aws/things/" + name + "/defender/metrics/json";
    }
}
