// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.export;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.source.CsvColumn;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * A finding as a line of a table (RFC 4180); of lists, such as resources, the first.
 *
 * <p>Cells that a spreadsheet would take for a formula begin with an apostrophe: findings repeat what attackers sent.
 */
final class CsvRow {
    private static final String FORMULA = "=+-@\t\r";

    private CsvRow() {}

    static String header() {
        return line(CsvColumn::member);
    }

    static String of(Finding finding) {
        return line(column -> value(finding.document(), column.member()));
    }

    private static String line(Function<CsvColumn, String> cell) {
        return Arrays.stream(CsvColumn.values()).map(cell.andThen(CsvRow::quoted)).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String value(JsonNode document, String path) {
        JsonNode at = document;
        for (String step : path.split("\\.", -1)) {
            JsonNode member = at.path(step);
            at = member.isArray() ? member.path(0) : member;
        }
        return at.isValueNode() && !at.isNull() ? at.asString() : "";
    }

    private static String quoted(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean isPlain = safe.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return isPlain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
