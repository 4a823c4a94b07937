// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server.offline;

/** How a report can be written; a user types the names in lower case. */
public enum ReportFormat {
    /** Lines for a person. */
    TABLE {
        @Override
        public String write(Inspection inspection) {
            return TableReport.of(inspection);
        }
    },
    /** One JSON object for scripts. */
    JSON {
        @Override
        public String write(Inspection inspection) {
            return JsonReport.of(inspection);
        }
    },
    /** Static Analysis Results Interchange Format 2.1.0, for tools that show findings in code. */
    SARIF {
        @Override
        public String write(Inspection inspection) {
            return SarifReport.of(inspection);
        }
    };

    /** The report as text that ends with a line break. */
    public abstract String write(Inspection inspection);
}
