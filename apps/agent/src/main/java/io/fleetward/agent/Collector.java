// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import io.fleetward.agent.DeviceReport.Connection;
import io.fleetward.agent.DeviceReport.Listener;
import io.fleetward.agent.Traffic.Counters;
import java.io.IOException;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Measures the device. */
final class Collector {
    private final HostNetwork network;
    private final List<CustomMetric> metrics;
    private final InstantSource clock;
    private final CustomMetricReader reader;

    Collector(HostNetwork network, List<CustomMetric> metrics, InstantSource clock, AgentLog log) {
        this.network = network;
        this.metrics = List.copyOf(metrics);
        this.clock = clock;
        this.reader = new CustomMetricReader(log);
    }

    /** A report, and what the next one builds upon. */
    record Collected(DeviceReport report, AgentState state) {}

    Collected collect(AgentState last) throws ConfigurationException, InterruptedException {
        try {
            return measure(last);
        } catch (IOException unreadable) {
            throw new ConfigurationException("the system does not tell about its network: " + unreadable.getMessage());
        }
    }

    private Collected measure(AgentState last) throws IOException, InterruptedException {
        // Seconds, as other agents do, but never the same or a smaller number again.
        long id = Math.max(last.lastId() + 1, clock.instant().getEpochSecond());
        var interfaces = Interfaces.ofThisMachine();
        Traffic traffic = network.traffic();
        String bootId = network.bootId();
        List<KernelSocket> tcp = network.tcp();
        var report = new DeviceReport(
                id,
                listeners(tcp, socket -> socket.state() == KernelSocket.LISTEN, interfaces),
                listeners(
                        network.udp(),
                        socket -> socket.state() == KernelSocket.UNCONNECTED && socket.remotePort() == 0,
                        interfaces),
                connections(tcp, interfaces),
                since(last, bootId, traffic),
                custom());
        return new Collected(report, new AgentState(id, bootId, traffic));
    }

    /** After a restart of the machine the counters have begun at zero; without earlier ones there is no difference. */
    private static @Nullable Counters since(AgentState last, String bootId, Traffic traffic) {
        if (last.bootId() == null) {
            return null;
        }
        return traffic.since(bootId.equals(last.bootId()) ? last.traffic() : AgentState.NONE.traffic());
    }

    private static SequencedSet<Listener> listeners(
            List<KernelSocket> sockets, Predicate<KernelSocket> isOpen, Interfaces interfaces) {
        var listeners = new LinkedHashSet<Listener>();
        sockets.stream()
                .filter(isOpen)
                .forEach(socket -> listeners.add(new Listener(socket.localPort(), interfaces.nameOf(socket.local()))));
        return listeners;
    }

    private static SequencedSet<Connection> connections(List<KernelSocket> sockets, Interfaces interfaces) {
        var connections = new LinkedHashSet<Connection>();
        sockets.stream()
                .filter(socket -> socket.state() == KernelSocket.ESTABLISHED)
                .forEach(socket -> connections.add(new Connection(
                        text(socket.remote()) + ":" + socket.remotePort(),
                        socket.localPort(),
                        interfaces.nameOf(socket.local()))));
        return connections;
    }

    private static String text(InetAddress address) {
        String text = address.getHostAddress();
        return address.getAddress().length == 4 ? text : "[" + text + "]";
    }

    private List<CustomMetric.Value> custom() throws InterruptedException {
        var values = new ArrayList<CustomMetric.Value>();
        for (CustomMetric metric : metrics) {
            CustomMetric.Value value = reader.read(metric);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
