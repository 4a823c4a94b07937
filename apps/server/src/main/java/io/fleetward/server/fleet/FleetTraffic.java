// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import io.fleetward.application.time.Timers;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets every device take a step once per interval, one after the other, each on a thread of its own.
 *
 * <p>Thread-safe. A device that fails, for example because its certificate was revoked, tries again at its next step.
 */
final class FleetTraffic implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FleetTraffic.class);

    private final List<SimulatedDevice> devices;
    private final Duration interval;
    private final Surroundings surroundings;
    private volatile boolean isClosed;

    /** Time, and threads that may block. */
    record Surroundings(InstantSource clock, Timers timers, Executor threads) {}

    FleetTraffic(List<SimulatedDevice> devices, Duration interval, Surroundings surroundings) {
        this.devices = List.copyOf(devices);
        this.interval = interval;
        this.surroundings = surroundings;
    }

    /** Starts the devices, evenly spread over the first interval. */
    void start() {
        Instant now = surroundings.clock().instant();
        for (int i = 0; i < devices.size(); i++) {
            stepAt(now.plus(interval.multipliedBy(i).dividedBy(devices.size())), devices.get(i));
        }
    }

    private void stepAt(Instant when, SimulatedDevice device) {
        surroundings.timers().at(when, () -> surroundings.threads().execute(() -> step(when, device)));
    }

    private void step(Instant planned, SimulatedDevice device) {
        if (isClosed) {
            return;
        }
        boolean goesOn = true;
        try {
            goesOn = device.step();
        } catch (IOException | GeneralSecurityException failure) {
            LOG.atDebug().addKeyValue("thing", device.name()).setCause(failure).log("demo-device-failed");
        }
        if (goesOn && !isClosed) {
            stepAt(planned.plus(interval), device);
        }
    }

    @Override
    public void close() {
        isClosed = true;
        for (SimulatedDevice device : devices) {
            try {
                device.close();
            } catch (IOException gone) {
                LOG.atDebug().addKeyValue("thing", device.name()).setCause(gone).log("demo-device-was-gone");
            }
        }
    }
}
