// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads tables as RFC 4180 has them: lines of cells between commas, quoted where they hold commas, quotes or line ends.
 *
 * <p>The first line names the columns. Confined to one reading.
 */
public final class CsvTable {
    private static final int END = -1;

    private final String text;
    private int at;

    private CsvTable(String text) {
        this.text = text;
    }

    /** The rows as objects, whose members are named as the columns; a row may lack its last cells. */
    public static List<JsonNode> rows(String text) {
        var table = new CsvTable(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<String> header = table.line();
        var rows = new ArrayList<JsonNode>();
        while (table.peek() != END) {
            List<String> cells = table.line();
            ObjectNode row = Fields.object();
            for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
                row.put(header.get(i).strip(), cells.get(i));
            }
            boolean isBlank = cells.size() == 1 && cells.getFirst().isBlank();
            if (!isBlank) {
                rows.add(row);
            }
        }
        return rows;
    }

    private int peek() {
        return at < text.length() ? text.charAt(at) : END;
    }

    private List<String> line() {
        var cells = new ArrayList<String>();
        cells.add(cell());
        while (peek() == ',') {
            at++;
            cells.add(cell());
        }
        if (peek() == '\r') {
            at++;
        }
        if (peek() == '\n') {
            at++;
        }
        return cells;
    }

    private String cell() {
        var cell = new StringBuilder();
        if (peek() == '"') {
            at++;
            quoted(cell);
        }
        while (peek() != END && peek() != ',' && peek() != '\n' && peek() != '\r') {
            cell.append(text.charAt(at));
            at++;
        }
        return cell.toString();
    }

    private void quoted(StringBuilder cell) {
        while (peek() != END) {
            char next = text.charAt(at);
            at++;
            if (next != '"') {
                cell.append(next);
            } else if (peek() == '"') {
                cell.append('"');
                at++;
            } else {
                return;
            }
        }
    }
}
