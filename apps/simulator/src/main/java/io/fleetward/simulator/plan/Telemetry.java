// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What a device publishes by itself: at its period, give or take a tenth, in sizes around its median. */
final class Telemetry implements Series {
    private static final double JITTER = 0.1;

    private final DevicePlan device;
    private final Payloads payloads;
    private final RandomGenerator random;
    private double at;

    Telemetry(DevicePlan device, Payloads payloads) {
        this.device = device;
        this.payloads = payloads;
        this.random = Chance.of(device.seed(), "telemetry");
        this.at = random.nextDouble() * device.kind().periodSeconds() * 1000;
    }

    @Override
    public @Nullable Step next() {
        long now = (long) at;
        at += Chance.logNormal(random, device.kind().periodSeconds() * 1000.0, JITTER);
        return new Step.Publish(now, payloads.at(now, random));
    }
}
