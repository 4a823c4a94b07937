// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import io.fleetward.broker.message.Message;
import io.fleetward.detect.behavior.BehaviorDraft;
import io.fleetward.detect.behavior.BehaviorDraft.CriteriaDraft;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Devices that report their own metrics, as JSON of the usual agents; one in a thousand listens on a port that it
 * should not.
 */
final class ReportingFleet implements Reporting {
    private static final int ROGUE_IN = 1000;
    private static final int CONNECTIONS = 4;

    private final TopicName[] topics;

    ReportingFleet(int devices) {
        this.topics = IntStream.range(0, devices)
                .mapToObj(number -> new TopicName("$aws/things/device-" + number + "/defender/metrics/json"))
                .toArray(TopicName[]::new);
    }

    /** Ten behaviors as somebody who knows the devices might write them. */
    static List<BehaviorDraft> behaviors() {
        var ports = new MetricValue.Ports(List.of(22, 443, 8883));
        var hosts = new MetricValue.Cidrs(List.of("203.0.113.0/24", "192.168.0.0/16"));
        return List.of(
                behavior("ListensOn", "aws:listening-tcp-ports", "in-port-set", ports, null),
                behavior(
                        "NeverTelnet",
                        "aws:listening-tcp-ports",
                        "not-in-port-set",
                        new MetricValue.Ports(List.of(23)),
                        null),
                behavior("TalksTo", "aws:destination-ip-addresses", "in-cidr-set", hosts, null),
                behavior("TcpPorts", "aws:num-listening-tcp-ports", "less-than", count(10), null),
                behavior("Connections", "aws:num-established-tcp-connections", "less-than", count(50), null),
                behavior("BytesOut", "aws:all-bytes-out", "less-than", count(1_000_000), 300),
                behavior("BytesOutInAnHour", "aws:all-bytes-out", "less-than", count(10_000_000), 3600),
                behavior("BytesIn", "aws:all-bytes-in", "less-than", count(1_000_000), 300),
                behavior("PacketsOut", "aws:all-packets-out", "less-than", count(10_000), 300),
                behavior("PacketsIn", "aws:all-packets-in", "less-than", count(10_000), 300));
    }

    @Override
    public int size() {
        return topics.length;
    }

    @Override
    public Message report(int device, int round) {
        int port = device % ROGUE_IN == 0 ? 23 : 443;
        var connections = new StringBuilder();
        for (int n = 0; n < CONNECTIONS; n++) {
            connections
                    .append(n == 0 ? "" : ",")
                    .append("{\"local_interface\":\"eth0\",\"local_port\":")
                    .append(40_000 + n)
                    .append(",\"remote_addr\":\"203.0.113.")
                    .append(1 + (device + n) % 250)
                    .append(":8883\"}");
        }
        String text = "{\"header\":{\"report_id\":" + round + ",\"version\":\"1.0\"},\"metrics\":{"
                + "\"listening_tcp_ports\":{\"ports\":[{\"interface\":\"eth0\",\"port\":22},{\"interface\":\"eth0\",\"port\":"
                + port + "}],\"total\":2},\"network_stats\":{\"bytes_in\":" + (4_000 + device % 999)
                + ",\"bytes_out\":" + (900 + device % 99) + ",\"packets_in\":40,\"packets_out\":12},"
                + "\"tcp_connections\":{\"established_connections\":{\"connections\":[" + connections
                + "],\"total\":" + CONNECTIONS + "}}}}";
        return Message.of(topics[device], text.getBytes(StandardCharsets.UTF_8), 0, false);
    }

    private static MetricValue count(long value) {
        return new MetricValue.Count(value);
    }

    private static BehaviorDraft behavior(
            String name, String metric, String operator, MetricValue value, @Nullable Integer seconds) {
        var criteria = new CriteriaDraft(operator, List.of(value), seconds, null, null, null, null);
        return new BehaviorDraft(name, metric, null, criteria, null, null);
    }
}
