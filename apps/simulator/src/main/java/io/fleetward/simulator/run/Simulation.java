// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.run;

import io.fleetward.simulator.fleet.Credentials;
import io.fleetward.simulator.fleet.FleetEnvironment;
import io.fleetward.simulator.plan.DevicePlan;
import io.fleetward.simulator.plan.FleetPlan;
import io.fleetward.simulator.plan.Timeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/** The whole fleet on the network. Confined to the thread that runs it; {@link #tally} may be read from any. */
public final class Simulation implements AutoCloseable {
    private static final int LOOPS = 2;
    private static final int CONNECTING = 50;

    private final Tally tally = new Tally();
    private final EventLoopGroup loops = new MultiThreadIoEventLoopGroup(LOOPS, NioIoHandler.newFactory());
    private final List<SimulatedDevice> devices = new ArrayList<>();

    public Simulation(
            FleetPlan plan, Map<String, Credentials> credentials, FleetEnvironment environment, InstantSource clock)
            throws SSLException {
        var network = new Network(environment, tally);
        for (DevicePlan device : plan.devices()) {
            Credentials own = credentials.get(device.name());
            if (own == null) {
                throw new IllegalArgumentException("no credentials for " + device.name());
            }
            var surroundings = new SimulatedDevice.Surroundings(clock, network, loops.next());
            devices.add(new SimulatedDevice(device, plan.life(device), surroundings, network.tls(own)));
        }
    }

    public Tally tally() {
        return tally;
    }

    /** Connects all devices, some at a time, so that what is late later is late for other reasons. Blocks. */
    public void connect() {
        for (int from = 0; from < devices.size(); from += CONNECTING) {
            all(devices.subList(from, Math.min(from + CONNECTING, devices.size())), SimulatedDevice::connect)
                    .join();
        }
    }

    private static CompletableFuture<Void> all(
            List<SimulatedDevice> devices, Function<SimulatedDevice, CompletableFuture<Void>> step) {
        return CompletableFuture.allOf(devices.stream().map(step).toArray(CompletableFuture<?>[]::new));
    }

    /** Lets all devices live to the end of their plans, and calls back once in a while meanwhile. Blocks. */
    public void run(Timeline timeline, Duration every, Runnable progress) throws InterruptedException {
        CompletableFuture<Void> end = all(devices, device -> device.live(timeline));
        while (!end.isDone()) {
            try {
                end.get(every.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                progress.run();
            } catch (ExecutionException failure) {
                throw new IllegalStateException(failure.getCause());
            }
        }
    }

    @Override
    public void close() {
        devices.forEach(SimulatedDevice::stop);
        loops.shutdownGracefully(100, 2_000, TimeUnit.MILLISECONDS).syncUninterruptibly();
    }
}
