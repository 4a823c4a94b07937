// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What befalls the fleet as a whole: a site loses its power and comes back, a site gets new firmware. Immutable.
 *
 * @param end when the simulation ends
 * @param startHour the hour of the day at which it begins, 0 to 24
 * @param stormSite all of whose devices reconnect within two minutes of {@code stormAt}
 * @param firmwareSite whose messages grow a little from {@code firmwareAt} on
 */
public record Story(long end, double startHour, String stormSite, long stormAt, String firmwareSite, long firmwareAt) {
    private static final long STORM_MS = Duration.ofMinutes(2).toMillis();

    static Story of(long end, double startHour, RandomGenerator random) {
        return new Story(
                end, startHour, Sites.any(random), within(end, random), Sites.any(random), within(end, random));
    }

    private static long within(long end, RandomGenerator random) {
        return end / 4 + (long) (random.nextDouble() * end / 2);
    }

    long newFirmwareAt(DevicePlan device) {
        return device.site().equals(firmwareSite) ? firmwareAt : Long.MAX_VALUE;
    }

    @Nullable
    Step reconnectOf(DevicePlan device) {
        return device.site().equals(stormSite)
                ? new Step.Reconnect(stormAt + Chance.of(device.seed(), "storm").nextLong(STORM_MS))
                : null;
    }
}
