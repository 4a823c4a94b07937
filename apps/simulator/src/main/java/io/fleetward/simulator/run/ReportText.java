// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.run;

import io.fleetward.simulator.plan.Measured;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON in which a device reports its own metrics. */
final class ReportText {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_LISTED = 50;
    private static final int CLOUD_PORT = 443;
    private static final int FIRST_LOCAL_PORT = 40_000;

    private ReportText() {}

    static byte[] of(long id, Measured measured) {
        ObjectNode report = JSON.createObjectNode();
        report.putObject("header").put("report_id", id).put("version", "1.0");
        ObjectNode metrics = report.putObject("metrics");
        ObjectNode listening = metrics.putObject("listening_tcp_ports");
        var ports = listening.putArray("ports");
        measured.listeningPorts().forEach(port -> ports.addObject().put("port", port));
        listening.put("total", measured.listeningPorts().size());
        metrics.putObject("network_stats")
                .put("bytes_out", measured.bytesOut())
                .put("packets_out", measured.packetsOut());
        ObjectNode established = metrics.putObject("tcp_connections").putObject("established_connections");
        var connections = established.putArray("connections");
        List<String> sample = sample(measured.destinations());
        for (int i = 0; i < sample.size(); i++) {
            connections
                    .addObject()
                    .put("remote_addr", sample.get(i) + ":" + CLOUD_PORT)
                    .put("local_port", FIRST_LOCAL_PORT + i);
        }
        established.put("total", measured.destinations().size());
        return JSON.writeValueAsBytes(report);
    }

    /** Agents do not list more than some; the total says how many there were. */
    private static List<String> sample(List<String> all) {
        int step = 1 + (all.size() - 1) / MOST_LISTED;
        return IntStream.range(0, all.size())
                .filter(number -> number % step == 0)
                .mapToObj(all::get)
                .toList();
    }
}
