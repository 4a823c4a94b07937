// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A table of cells without quotes, below a line of column names. */
record Csv(List<String> columns, List<List<String>> rows) {
    Csv {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    static Csv read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        List<String> columns = lines.isEmpty() ? List.of() : cells(lines.getFirst());
        return new Csv(
                columns,
                lines.stream()
                        .skip(1)
                        .filter(line -> !line.isBlank())
                        .map(Csv::cells)
                        .filter(row -> row.size() == columns.size())
                        .toList());
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    /** The text in a column that is known to be there. */
    String text(List<String> row, String column) {
        int at = columns.indexOf(column);
        if (at < 0) {
            throw new IllegalArgumentException("there is no column " + column);
        }
        return row.get(at).strip();
    }

    /** The number in a column; zero where there is none. */
    double number(List<String> row, String column) {
        return number(text(row, column));
    }

    static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException none) {
            return 0;
        }
    }
}
