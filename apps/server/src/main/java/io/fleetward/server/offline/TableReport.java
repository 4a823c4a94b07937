// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

import java.util.stream.Collectors;

/** Findings for a person: a line for each, what shows it below, and a last line that counts. */
final class TableReport {
    private static final String INDENT = "          ";

    private TableReport() {}

    static String of(Inspection inspection) {
        String lines = inspection.findings().stream().map(TableReport::lines).collect(Collectors.joining());
        return lines + summary(inspection) + "\n";
    }

    private static String lines(FileFinding finding) {
        String place = finding.file() + ":" + finding.position().line() + ":"
                + finding.position().column();
        String first = "%-8s  %s  %s\n".formatted(finding.severity(), place, finding.checkName());
        String evidence = finding.evidence().entrySet().stream()
                .map(entry -> INDENT + entry.getKey() + " " + entry.getValue() + "\n")
                .collect(Collectors.joining());
        return first + INDENT + finding.fault().reason() + "\n" + evidence;
    }

    private static String summary(Inspection inspection) {
        String known = inspection.known() == 0 ? "" : ", " + inspection.known() + " known and not shown";
        return counted(inspection.files(), "file") + " inspected, "
                + counted(inspection.findings().size(), "finding") + known;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
