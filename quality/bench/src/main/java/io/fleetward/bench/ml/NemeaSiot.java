// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads flow records in the layout of NEMEA-SIoT: a folder per device, in it one per condition; the one called anomaly
 * holds what is not normal, which is a change of behavior, not an attack.
 */
final class NemeaSiot {
    private static final String ANOMALY = "anomaly";
    private static final double MILLIS = 1000;
    private static final double WINDOW_SECONDS = 300;

    private NemeaSiot() {}

    /** A table per device; of the normal windows the first half is there to learn from. */
    static List<FeatureTable> read(Path folder) throws IOException {
        List<FeatureTable> tables = new ArrayList<>();
        for (Path device : folders(folder.resolve("datasets/annotated-data-sets"))) {
            List<Flow> normal = new ArrayList<>();
            List<Flow> unusual = new ArrayList<>();
            for (Path condition : folders(device)) {
                boolean isAnomaly = condition.getFileName().toString().equals(ANOMALY);
                try (Stream<Path> files = Files.list(condition)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        flows(file, isAnomaly, isAnomaly ? unusual : normal);
                    }
                }
            }
            tables.add(table(device.getFileName().toString(), normal, unusual));
        }
        return tables;
    }

    private static FeatureTable table(String name, List<Flow> normal, List<Flow> unusual) {
        List<FeatureTable.Row> rows = new ArrayList<>();
        var windows = FlowWindows.windows(normal);
        int half = windows.size() / 2;
        windows.forEach((window, flows) ->
                rows.add(new FeatureTable.Row(end(window), rows.size() < half, FlowWindows.features(flows), null)));
        FlowWindows.windows(unusual)
                .forEach((window, flows) ->
                        rows.add(new FeatureTable.Row(end(window), false, null, FlowWindows.features(flows))));
        return FlowWindows.of(name, rows);
    }

    private static long end(long window) {
        return (long) ((window + 1) * WINDOW_SECONDS * MILLIS);
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static void flows(Path file, boolean isUnusual, List<Flow> flows) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode record = JsonMapper.shared().readTree(line);
                if (record.has("time_start") && record.has("da")) {
                    flows.add(flow(record, isUnusual));
                }
            }
        }
    }

    private static Flow flow(JsonNode record, boolean isUnusual) {
        var traffic = new Flow.Traffic(
                number(record, "num_pkts_out"),
                number(record, "bytes_out"),
                number(record, "num_pkts_in"),
                number(record, "bytes_in"));
        return new Flow(
                number(record, "time_start"),
                record.path("da").asString(""),
                record.path("pr").asInt(0) + "/" + record.path("dp").asInt(0),
                traffic,
                traffic.packetsIn() == 0,
                isUnusual);
    }

    private static double number(JsonNode record, String name) {
        return record.path(name).asDouble(0);
    }
}
