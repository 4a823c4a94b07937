// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.export;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.source.CsvColumn;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A finding as a line of a table (RFC 4180); of lists, such as resources, the first.
 *
 * <p>Cells that a spreadsheet would take for a formula begin with an apostrophe: findings repeat what attackers sent.
 */
final class CsvRow {
    private static final String FORMULA = "=+-@\t\r\n";

    /** What a table can bring in, and what people made of it. */
    private static final List<String> MEMBERS = Stream.concat(
                    Arrays.stream(CsvColumn.values()).map(CsvColumn::member), Stream.of("Workflow.Status"))
            .toList();

    private CsvRow() {}

    static String header() {
        return line(member -> member);
    }

    static String of(Finding finding) {
        return line(member -> value(finding.document(), member));
    }

    private static String line(UnaryOperator<String> cell) {
        return MEMBERS.stream().map(cell.andThen(CsvRow::quoted)).collect(Collectors.joining(",", "", "\r\n"));
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
