// SPDX-License-Identifier: Apache-2.0
package io.fleetward.agent;

import io.fleetward.agent.Traffic.Counters;
import java.util.List;
import java.util.Random;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * What one report says. Immutable.
 *
 * @param traffic what came and went since the last report; null when there was none to compare with
 */
record DeviceReport(
        long id,
        SequencedSet<Listener> tcp,
        SequencedSet<Listener> udp,
        SequencedSet<Connection> connections,
        @Nullable Counters traffic,
        List<CustomMetric.Value> custom) {
    /** The most entries of a list that are sent; the total is always that of the whole list. */
    private static final int SAMPLE = 300;

    /** A port that somebody may reach. */
    record Listener(int port, String networkInterface) {}

    /** A connection that is open. */
    record Connection(String remoteAddress, int localPort, String networkInterface) {}

    /** The report with the long names, as AWS documents them. */
    String json() {
        var json = new Json().object();
        json.object("header").number("report_id", id).string("version", "1.0").endObject();
        json.object("metrics");
        listeners(json, "listening_tcp_ports", tcp);
        listeners(json, "listening_udp_ports", udp);
        if (traffic != null) {
            json.object("network_stats")
                    .number("bytes_in", traffic.bytesIn())
                    .number("bytes_out", traffic.bytesOut())
                    .number("packets_in", traffic.packetsIn())
                    .number("packets_out", traffic.packetsOut())
                    .endObject();
        }
        connections(json);
        json.endObject();
        if (!custom.isEmpty()) {
            json.object("custom_metrics");
            custom.forEach(value -> custom(json, value));
            json.endObject();
        }
        return json.endObject().toString();
    }

    private void listeners(Json json, String name, SequencedSet<Listener> all) {
        json.object(name).list("ports");
        for (Listener one : sample(all)) {
            json.object()
                    .number("port", one.port())
                    .string("interface", one.networkInterface())
                    .endObject();
        }
        json.endList().number("total", all.size()).endObject();
    }

    private void connections(Json json) {
        json.object("tcp_connections").object("established_connections").list("connections");
        for (Connection one : sample(connections)) {
            json.object()
                    .string("remote_addr", one.remoteAddress())
                    .number("local_port", one.localPort())
                    .string("local_interface", one.networkInterface())
                    .endObject();
        }
        json.endList().number("total", connections.size()).endObject().endObject();
    }

    private static void custom(Json json, CustomMetric.Value value) {
        json.list(value.name()).object();
        if (value.kind() == CustomMetric.Kind.NUMBER) {
            json.name(value.kind().member()).raw(value.entries().getFirst());
        } else {
            json.list(value.kind().member());
            for (String entry : value.entries()) {
                if (value.kind().isNumeric()) {
                    json.raw(entry);
                } else {
                    json.string(entry);
                }
            }
            json.endList();
        }
        json.endObject().endList();
    }

    /** Another sample in every report, so that nothing stays unseen. */
    private <T> List<T> sample(SequencedSet<T> all) {
        var random = new Random(id);
        return all.size() <= SAMPLE
                ? List.copyOf(all)
                : all.stream()
                        .map(one -> new Ranked<>(random.nextLong(), one))
                        .sorted((left, right) -> Long.compare(left.rank(), right.rank()))
                        .limit(SAMPLE)
                        .map(Ranked::value)
                        .toList();
    }

    private record Ranked<T>(long rank, T value) {}
}
