// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.fleet;

import io.fleetward.application.time.Timers;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * A fleet to look at: 200 devices with the faults that the guards are there for, made once and living from then on.
 *
 * <p>Seeding takes place beside the running server and may be interrupted; the next start goes on with it. A fleet that
 * is complete is left as it is, whatever was changed or deleted since. Confined to the thread that starts and closes it.
 */
public final class DemoFleet implements AutoCloseable {
    private static final int PROGRESS_EVERY = 50;

    private final FleetApi api;
    private final FleetEndpoint endpoint;
    private final FleetFolder folder;
    private final Surroundings surroundings;
    private final FleetPlan plan = FleetPlan.standard();
    private @Nullable Future<?> work;
    private volatile @Nullable FleetTraffic traffic;
    private volatile boolean isClosed;

    /**
     * What the fleet needs of the process.
     *
     * @param interval between two reports of a device
     */
    public record Surroundings(
            InstantSource clock, Timers timers, ExecutorService threads, SecureRandom random, Duration interval) {}

    /**
     * A fleet that does nothing yet.
     *
     * @param folder where devices keep their keys; made when need be
     */
    public DemoFleet(FleetApi api, FleetEndpoint endpoint, Path folder, Surroundings surroundings) {
        this.api = api;
        this.endpoint = endpoint;
        this.folder = new FleetFolder(folder);
        this.surroundings = surroundings;
    }

    /** Seeds what is missing and brings the devices to life, beside the caller; tells how it goes. */
    public void start(PrintWriter out) {
        var story = new FleetStory(out, surroundings.clock(), plan, folder);
        work = surroundings.threads().submit(() -> {
            try {
                run(story);
            } catch (IOException | GeneralSecurityException | RuntimeException failure) {
                if (!isClosed) {
                    story.failed(failure);
                }
            }
        });
    }

    private void run(FleetStory story) throws IOException, GeneralSecurityException {
        boolean isNew = !folder.isSeeded();
        if (isNew) {
            seed(story);
        }
        var living = new FleetTraffic(
                devices(),
                surroundings.interval(),
                new FleetTraffic.Surroundings(surroundings.clock(), surroundings.timers(), surroundings.threads()));
        traffic = living;
        if (isClosed) {
            return;
        }
        living.start();
        story.alive(isNew, surroundings.interval());
    }

    private void seed(FleetStory story) throws IOException {
        folder.create();
        story.begins();
        var guards = new GuardSeeder(api);
        guards.seed();
        var registry = new RegistrySeeder(api, folder, surroundings.random());
        registry.seedGroups();
        int done = 0;
        for (PlannedDevice device : plan.devices()) {
            if (isClosed) {
                return;
            }
            registry.seed(device);
            done++;
            if (done % PROGRESS_EVERY == 0) {
                story.progress(done);
            }
        }
        guards.startAudit();
        folder.markSeeded();
    }

    private List<SimulatedDevice> devices() throws IOException, GeneralSecurityException {
        DeviceTls tls = DeviceTls.to(endpoint);
        var devices = new ArrayList<SimulatedDevice>();
        for (PlannedDevice device : plan.devices()) {
            if (folder.holds(device.certificateOf())) {
                devices.add(new SimulatedDevice(device, folder.read(device.certificateOf()), tls));
            }
        }
        return devices;
    }

    @Override
    public void close() {
        isClosed = true;
        Future<?> running = work;
        if (running != null) {
            running.cancel(true);
        }
        FleetTraffic living = traffic;
        if (living != null) {
            living.close();
        }
    }
}
