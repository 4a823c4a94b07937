// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import io.fleetward.detect.learned.ValueKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads flows in the layout of IoTID20: one a row in the order of time, with many figures and a label of 0 or 1. Of the
 * normal ones the first half is there to learn from.
 */
final class Iotid20 {
    private static final String LABEL = "Label";

    /** Names of things, not amounts. */
    private static final Set<String> NAMES =
            Set.of("Flow_ID", "Src_IP", "Src_Port", "Dst_IP", "Dst_Port", "Timestamp", LABEL);

    /** Rows tell no time that can be used: each is taken to be a window of its own. */
    private static final long ROW_MILLIS = 300_000;

    private Iotid20() {}

    static FeatureTable read(Path file) throws IOException {
        Csv csv = Csv.read(file);
        List<String> metrics =
                csv.columns().stream().filter(column -> !NAMES.contains(column)).toList();
        long normal = csv.rows().stream().filter(row -> !isAttack(csv, row)).count();
        List<FeatureTable.Row> rows = new ArrayList<>();
        int seen = 0;
        for (List<String> row : csv.rows()) {
            double[] values = metrics.stream()
                    .mapToDouble(metric -> csv.number(row, metric))
                    .toArray();
            long time = ROW_MILLIS * (rows.size() + 1);
            if (isAttack(csv, row)) {
                rows.add(new FeatureTable.Row(time, false, null, values));
            } else {
                rows.add(new FeatureTable.Row(time, seen < normal / 2, values, null));
                seen++;
            }
        }
        return new FeatureTable(
                file.getFileName().toString(),
                metrics.stream().map(_ -> ValueKind.SIZE).toList(),
                rows);
    }

    private static boolean isAttack(Csv csv, List<String> row) {
        return csv.number(row, LABEL) != 0;
    }
}
