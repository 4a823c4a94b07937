// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.report;

import io.fleetward.detect.metric.MetricValue;
import io.fleetward.kernel.net.IpAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the block {@code metrics}: what AWS measures on a device. */
final class BuiltInBlocks {
    private static final int HIGHEST_PORT = 65_535;

    private final ReportReading reading;

    BuiltInBlocks(ReportReading reading) {
        this.reading = reading;
    }

    void read(JsonNode metrics) {
        JsonNode tcp = reading.object(metrics, "listening_tcp_ports", "tp");
        if (tcp != null) {
            listeners(tcp, DeviceSide.TCP_PORTS, DeviceSide.NUM_TCP_PORTS);
        }
        JsonNode udp = reading.object(metrics, "listening_udp_ports", "up");
        if (udp != null) {
            listeners(udp, DeviceSide.UDP_PORTS, DeviceSide.NUM_UDP_PORTS);
        }
        JsonNode stats = reading.object(metrics, "network_stats", "ns");
        if (stats != null) {
            traffic(stats);
        }
        JsonNode tcpConnections = reading.object(metrics, "tcp_connections", "tc");
        JsonNode established =
                tcpConnections == null ? null : reading.object(tcpConnections, "established_connections", "ec");
        if (established != null) {
            connections(established);
        }
    }

    private void listeners(JsonNode block, String listMetric, String countMetric) {
        JsonNode ports = reading.list(block, "ports", "pts");
        List<Integer> kept = ports == null ? null : reading.entries(ports, BuiltInBlocks::port);
        if (kept != null) {
            reading.put(listMetric, new MetricValue.Ports(kept));
        }
        total(block, ports, countMetric);
    }

    private void connections(JsonNode block) {
        JsonNode connections = reading.list(block, "connections", "cs");
        List<String> kept = connections == null ? null : reading.entries(connections, BuiltInBlocks::remoteAddress);
        if (kept != null) {
            reading.put(DeviceSide.DESTINATIONS, new MetricValue.Cidrs(kept));
        }
        total(block, connections, DeviceSide.NUM_CONNECTIONS);
    }

    /** The true length of a list that may be a sample; the length of the list when the device does not say. */
    private void total(JsonNode block, @Nullable JsonNode list, String metric) {
        JsonNode stated = ReportFields.member(block, "total", "t");
        if (stated != null && !stated.isNumber()) {
            reading.malformed();
            return;
        }
        double total = stated == null ? -1 : ReportFields.floating(stated);
        if (total >= 0 && total <= ReportFields.LARGEST) {
            reading.put(metric, new MetricValue.Count((long) total));
        } else if (list != null) {
            reading.put(metric, new MetricValue.Count(list.size()));
        }
    }

    private void traffic(JsonNode stats) {
        delta(stats, "bytes_in", "bi", DeviceSide.BYTES_IN);
        delta(stats, "bytes_out", "bo", DeviceSide.BYTES_OUT);
        delta(stats, "packets_in", "pi", DeviceSide.PACKETS_IN);
        delta(stats, "packets_out", "po", DeviceSide.PACKETS_OUT);
    }

    /**
     * A difference between two readings of a counter. When the counter began anew in between, agents send a negative
     * number or, if they calculate without a sign, one near 1.8e19 (detect, processing rules).
     */
    private void delta(JsonNode stats, String name, String shortName, String metric) {
        JsonNode stated = ReportFields.member(stats, name, shortName);
        if (stated == null) {
            return;
        }
        if (!stated.isNumber()) {
            reading.malformed();
            return;
        }
        double delta = ReportFields.floating(stated);
        if (delta <= ReportFields.LARGEST) {
            reading.put(metric, new MetricValue.Count(Math.max(0, (long) delta)));
        }
    }

    private static @Nullable Integer port(JsonNode entry) {
        Long port = ReportFields.whole(ReportFields.member(entry, "port", "pt"));
        return port == null || port < 1 || port > HIGHEST_PORT ? null : Math.toIntExact(port);
    }

    private static @Nullable String remoteAddress(JsonNode entry) {
        JsonNode address = ReportFields.member(entry, "remote_addr", "rad");
        return address == null || !address.isString() ? null : host(address.stringValue());
    }

    /** The address in {@code 192.0.2.7:443}, {@code [2001:db8::1]:443}, or without the brackets or the port. */
    private static @Nullable String host(String text) {
        int colon = text.lastIndexOf(':');
        boolean isBracketed = text.startsWith("[");
        IpAddress address = null;
        if (isBracketed && text.indexOf(']') > 0) {
            address = IpAddress.parse(text.substring(1, text.indexOf(']')));
        } else if (colon > 0) {
            address = IpAddress.parse(text.substring(0, colon));
        }
        if (address == null) {
            address = IpAddress.parse(text);
        }
        return address == null ? null : address.toString();
    }
}
