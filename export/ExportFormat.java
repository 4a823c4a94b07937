// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.export;

import io.fleetward.hub.finding.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The formats that findings leave the hub in, page by page. The constants' names are the wire names. */
public enum ExportFormat {
    /** What BatchImportFindings takes: an object with a list of findings. Each page is a document of its own. */
    ASFF {
        @Override
        public String write(List<Finding> findings, boolean isFirst) {
            return findings.stream().map(Finding::toString).collect(Collectors.joining(",", "{\"Findings\":[", "]}\n"));
        }
    },
    /** Findings as the hub has them, a line each. */
    JSONL {
        @Override
        public String write(List<Finding> findings, boolean isFirst) {
            return lines(findings.stream().map(Finding::toString).toList());
        }
    },
    /** Findings of the Open Cybersecurity Schema, a line each. */
    OCSF {
        @Override
        public String write(List<Finding> findings, boolean isFirst) {
            return lines(findings.stream()
                    .map(finding -> new OcsfDocument(finding).write().toString())
                    .toList());
        }
    },
    /** A table whose first line names the columns. */
    CSV {
        @Override
        public String write(List<Finding> findings, boolean isFirst) {
            String rows = findings.stream().map(CsvRow::of).collect(Collectors.joining());
            return isFirst ? CsvRow.header() + rows : rows;
        }
    };

    /** The findings as text that may follow that of the page before; only ASFF has pages that stand alone. */
    public abstract String write(List<Finding> findings, boolean isFirst);

    /** The format of this name; null when there is none. */
    public static @Nullable ExportFormat of(String name) {
        for (ExportFormat format : values()) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        return null;
    }

    private static String lines(List<String> documents) {
        return documents.stream().map(document -> document + "\n").collect(Collectors.joining());
    }
}
