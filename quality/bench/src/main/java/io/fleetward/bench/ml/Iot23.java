// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads captures in the layout of IoT-23: one connection a row, in no order. */
final class Iot23 {
    private Iot23() {}

    /** The connections of the device that has most of them. */
    static FeatureTable read(Path file) throws IOException {
        Csv csv = Csv.read(file);
        Map<String, Long> origins = csv.rows().stream()
                .map(row -> csv.text(row, "id.orig_h"))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        String device = origins.entrySet().stream()
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse("");
        List<Flow> flows = csv.rows().stream()
                .filter(row -> csv.text(row, "id.orig_h").equals(device))
                .map(row -> flow(csv, row))
                .sorted(Comparator.comparingDouble(Flow::seconds))
                .toList();
        return FlowWindows.halves(file.getFileName().toString(), flows);
    }

    private static Flow flow(Csv csv, List<String> row) {
        return new Flow(
                csv.number(row, "ts"),
                csv.text(row, "id.resp_h"),
                csv.text(row, "proto") + csv.text(row, "id.resp_p"),
                new Flow.Traffic(
                        csv.number(row, "orig_pkts"),
                        csv.number(row, "orig_ip_bytes"),
                        csv.number(row, "resp_pkts"),
                        csv.number(row, "resp_ip_bytes")),
                csv.text(row, "conn_state").equals("S0"),
                csv.text(row, "label").equalsIgnoreCase("malicious"));
    }
}
