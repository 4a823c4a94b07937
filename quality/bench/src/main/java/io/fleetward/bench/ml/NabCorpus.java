// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads series and labels in the layout of the Numenta Anomaly Benchmark. */
final class NabCorpus {
    private static final String LABELS = "labels/combined_windows.json";
    private static final int SECONDS_LENGTH = 19;

    private NabCorpus() {}

    /** Whether the folder has this layout. */
    static boolean isAt(Path folder) {
        return Files.isRegularFile(folder.resolve(LABELS));
    }

    /** All files that the labels name, in the order of their names. */
    static List<NabFile> read(Path folder) throws IOException {
        JsonNode labels = JsonMapper.shared().readTree(Files.readString(folder.resolve(LABELS)));
        List<NabFile> files = new ArrayList<>();
        for (String name : labels.propertyNames().stream().sorted().toList()) {
            Path data = folder.resolve("data").resolve(name);
            if (Files.isRegularFile(data)) {
                files.add(file(name, Files.readAllLines(data), labels.get(name)));
            }
        }
        return files;
    }

    private static NabFile file(String name, List<String> lines, JsonNode windows) {
        List<String> rows =
                lines.stream().skip(1).filter(line -> !line.isBlank()).toList();
        long[] times = new long[rows.size()];
        double[] values = new double[rows.size()];
        Map<Long, Integer> rowAt = new HashMap<>();
        for (int row = 0; row < times.length; row++) {
            String[] cells = rows.get(row).split(",", -1);
            times[row] = millis(cells[0]);
            values[row] = Double.parseDouble(cells[1]);
            rowAt.putIfAbsent(times[row], row);
        }
        List<NabFile.Window> found = new ArrayList<>();
        for (JsonNode window : windows) {
            Integer first = rowAt.get(millis(window.get(0).asString()));
            Integer last = rowAt.get(millis(window.get(1).asString()));
            if (first == null || last == null) {
                throw new IllegalArgumentException(name + ": a window begins or ends between rows");
            }
            found.add(new NabFile.Window(first, last));
        }
        return new NabFile(name, times, values, found);
    }

    private static long millis(String text) {
        String seconds =
                text.strip().substring(0, Math.min(SECONDS_LENGTH, text.strip().length()));
        return LocalDateTime.parse(seconds.replace(' ', 'T'))
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
    }
}
