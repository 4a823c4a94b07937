// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.hub.source.SourceResult.Translated;
import io.fleetward.hub.source.SourceResult.Unreadable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings in a table, a row each.
 *
 * <p>A finding without an id is known by its generator, its resource and its title; one without times was seen now.
 */
record CsvSource() implements FindingSource {
    @Override
    public String format() {
        return "CSV";
    }

    @Override
    public @Nullable String product() {
        return null;
    }

    @Override
    public boolean isTable() {
        return true;
    }

    @Override
    public List<SourceResult> translate(List<JsonNode> documents, SourceContext context) {
        var results = new ArrayList<SourceResult>(documents.size());
        for (int i = 0; i < documents.size(); i++) {
            results.add(
                    hasKnownColumns(documents.get(i), context)
                            ? new Translated(new Row(documents.get(i), context).asff())
                            : new Unreadable("row " + (i + 1), "must have a column that is known or mapped to one"));
        }
        return results;
    }

    private static boolean hasKnownColumns(JsonNode row, SourceContext context) {
        return row.properties().stream()
                .anyMatch(cell -> CsvColumn.of(context.columns().getOrDefault(cell.getKey(), cell.getKey())) != null);
    }

    /** One row: the cells of known columns, and the others. */
    private static final class Row {
        private final SourceContext context;
        private final Map<CsvColumn, String> cells = new EnumMap<>(CsvColumn.class);
        private final ObjectNode others = Fields.object();

        Row(JsonNode row, SourceContext context) {
            this.context = context;
            for (Map.Entry<String, JsonNode> cell : row.properties()) {
                String text = Fields.text(cell.getValue());
                CsvColumn column = CsvColumn.of(context.columns().getOrDefault(cell.getKey(), cell.getKey()));
                if (column == null) {
                    Fields.put(others, cell.getKey(), text);
                } else if (text != null) {
                    cells.putIfAbsent(column, text);
                }
            }
        }

        ObjectNode asff() {
            ObjectNode finding = Fields.object().put("SchemaVersion", AsffSchema.VERSION);
            String generator = or(CsvColumn.GENERATOR_ID, "csv");
            String resource =
                    or(CsvColumn.RESOURCE_ID, context.scope().account().value());
            String title = or(CsvColumn.TITLE, or(CsvColumn.DESCRIPTION, ""));
            finding.put("Id", or(CsvColumn.ID, Hashes.of(generator + "|" + resource + "|" + title)));
            finding.put("ProductArn", or(CsvColumn.PRODUCT_ARN, context.productArn()));
            finding.put("GeneratorId", generator);
            finding.put(
                    "AwsAccountId",
                    or(CsvColumn.AWS_ACCOUNT_ID, context.scope().account().value()));
            finding.putArray("Types").add(or(CsvColumn.TYPE, "Software and Configuration Checks"));
            time(finding, "FirstObservedAt", CsvColumn.FIRST_OBSERVED_AT);
            time(finding, "LastObservedAt", CsvColumn.LAST_OBSERVED_AT);
            finding.put("CreatedAt", context.nowText()).put("UpdatedAt", context.nowText());
            time(finding, "CreatedAt", CsvColumn.CREATED_AT);
            time(finding, "UpdatedAt", CsvColumn.UPDATED_AT);
            severity(finding.putObject("Severity"));
            number(finding, "Confidence", CsvColumn.CONFIDENCE);
            number(finding, "Criticality", CsvColumn.CRITICALITY);
            finding.put("Title", title).put("Description", or(CsvColumn.DESCRIPTION, title));
            Fields.put(finding, "SourceUrl", or(CsvColumn.SOURCE_URL, ""));
            remediation(finding);
            Fields.filled(finding, "ProductFields", others);
            if (cells.containsKey(CsvColumn.COMPLIANCE_STATUS)) {
                finding.putObject("Compliance").put("Status", upper(CsvColumn.COMPLIANCE_STATUS));
            }
            finding.putArray("Resources")
                    .add(Resource.of(or(CsvColumn.RESOURCE_TYPE, "Other"), resource)
                            .document());
            if (cells.containsKey(CsvColumn.RECORD_STATE)) {
                finding.put("RecordState", upper(CsvColumn.RECORD_STATE));
            }
            return AsffSchema.fit(finding).document();
        }

        private String or(CsvColumn column, String fallback) {
            return cells.getOrDefault(column, fallback);
        }

        private String upper(CsvColumn column) {
            return or(column, "").toUpperCase(Locale.ROOT);
        }

        private void time(ObjectNode finding, String name, CsvColumn column) {
            Fields.put(
                    finding,
                    name,
                    SourceTime.text(Fields.object().put("time", or(column, "")).path("time")));
        }

        private void number(ObjectNode finding, String name, CsvColumn column) {
            Fields.put(finding, name, or(column, ""));
        }

        private void severity(ObjectNode severity) {
            String text = or(CsvColumn.SEVERITY, "");
            SeverityLabel label = Scores.word(text);
            severity.put("Label", (label == null ? SeverityLabel.INFORMATIONAL : label).name());
            Fields.put(severity, "Original", text);
        }

        private void remediation(ObjectNode finding) {
            ObjectNode recommendation = Fields.object();
            Fields.put(recommendation, "Text", or(CsvColumn.REMEDIATION_TEXT, ""));
            Fields.put(recommendation, "Url", or(CsvColumn.REMEDIATION_URL, ""));
            if (!recommendation.isEmpty()) {
                finding.putObject("Remediation").set("Recommendation", recommendation);
            }
        }
    }
}
