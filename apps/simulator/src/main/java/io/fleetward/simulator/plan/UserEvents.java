// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What people make a device publish: by chance, more by day than by night. */
final class UserEvents implements Series {
    private static final double MS_PER_HOUR = 3_600_000;
    private static final double HOURS = 24;

    private final Payloads payloads;
    private final double startHour;
    private final double meanDistance;
    private final RandomGenerator random;
    private double at;

    UserEvents(DevicePlan device, Payloads payloads, double startHour) {
        this.payloads = payloads;
        this.startHour = startHour;
        this.meanDistance = MS_PER_HOUR / (device.kind().eventsPerHour() * Chance.BUSIEST);
        this.random = Chance.of(device.seed(), "people");
    }

    @Override
    public @Nullable Step next() {
        double hour;
        do {
            at += Chance.exponential(random, meanDistance);
            hour = (startHour + at / MS_PER_HOUR) % HOURS;
        } while (random.nextDouble() * Chance.BUSIEST > Chance.dayCurve(hour));
        return new Step.Publish((long) at, payloads.at((long) at, random));
    }
}
