// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import static io.fleetward.store.hub.FindingTable.ACCOUNT;
import static io.fleetward.store.hub.FindingTable.CUSTOMER_TOUCHED;
import static io.fleetward.store.hub.FindingTable.DOCUMENT;
import static io.fleetward.store.hub.FindingTable.IMPORTED_AT;
import static io.fleetward.store.hub.FindingTable.IMPORTED_BY;
import static io.fleetward.store.hub.FindingTable.KEY;
import static io.fleetward.store.hub.FindingTable.KIND;
import static io.fleetward.store.hub.FindingTable.REGION;
import static io.fleetward.store.hub.FindingTable.REVISION;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.SharedField;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.finding.StoredFinding.Origin;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Translates between findings and rows of the table {@code finding}. */
final class FindingRow {
    private FindingRow() {}

    /** Every column with the way to its value, in the order of writing. */
    private record Column(Field<?> field, Value value) {}

    /** Takes the value of a column out of a finding. */
    private interface Value {
        @Nullable
        Object of(JsonNode document);
    }

    /** The columns that repeat parts of the document. */
    private static final List<Column> REPEATED = List.of(
            time(FindingTable.UPDATED_AT, "UpdatedAt"),
            time(FindingTable.CREATED_AT, "CreatedAt"),
            time(FindingTable.PROCESSED_AT, "ProcessedAt"),
            time(FindingTable.FIRST_OBSERVED_AT, "FirstObservedAt"),
            time(FindingTable.LAST_OBSERVED_AT, "LastObservedAt"),
            time(FindingTable.PROCESS_LAUNCHED_AT, "Process", "LaunchedAt"),
            time(FindingTable.PROCESS_TERMINATED_AT, "Process", "TerminatedAt"),
            time(FindingTable.NOTE_UPDATED_AT, "Note", "UpdatedAt"),
            text(FindingTable.RECORD_STATE, "RecordState"),
            text(FindingTable.WORKFLOW_STATUS, "Workflow", "Status"),
            text(FindingTable.SEVERITY_LABEL, "Severity", "Label"),
            new Column(
                    FindingTable.SEVERITY_NORMALIZED,
                    finding -> at(finding, "Severity", "Normalized").intValue()),
            text(FindingTable.COMPLIANCE_STATUS, "Compliance", "Status"),
            text(FindingTable.VERIFICATION_STATE, "VerificationState"),
            text(FindingTable.PRODUCT_ARN, "ProductArn"),
            text(FindingTable.PRODUCT_NAME, "ProductName"),
            text(FindingTable.COMPANY_NAME, "CompanyName"),
            text(FindingTable.AWS_ACCOUNT_ID, "AwsAccountId"),
            text(FindingTable.ID, "Id"),
            text(FindingTable.GENERATOR_ID, "GeneratorId"),
            text(FindingTable.TITLE, "Title"),
            new Column(FindingTable.TYPES, finding -> TextList.write(texts(finding.path("Types")))),
            new Column(FindingTable.RESOURCE_TYPES, finding -> TextList.write(ofResources(finding, "Type"))),
            new Column(FindingTable.RESOURCE_IDS, finding -> TextList.write(ofResources(finding, "Id"))));

    /** The columns that {@link #read} asks for. */
    static final List<Field<?>> READ = List.of(CUSTOMER_TOUCHED, REVISION, IMPORTED_AT, IMPORTED_BY, DOCUMENT);

    /** The columns that never change. */
    private static final List<Field<?>> LASTING = List.of(ACCOUNT, REGION, KEY, IMPORTED_AT, IMPORTED_BY);

    /** Where the number of the kind stands among the values. */
    static final int KIND_AT = LASTING.size();

    /** The columns in the order in which {@link #values} gives their values. */
    static List<Field<?>> columns() {
        var columns = new ArrayList<Field<?>>(LASTING);
        columns.addAll(List.of(KIND, REVISION, CUSTOMER_TOUCHED));
        REPEATED.forEach(column -> columns.add(column.field()));
        columns.add(DOCUMENT);
        return columns;
    }

    /** The columns that change with the finding. */
    static List<Field<?>> changing() {
        return columns().subList(LASTING.size(), columns().size());
    }

    /** The values of all columns but {@link FindingTable#KIND}, which stays null. */
    static Object[] values(AccountRegion scope, StoredFinding finding) {
        JsonNode document = finding.finding().document();
        var values = new ArrayList<@Nullable Object>();
        values.add(scope.account().value());
        values.add(scope.region().value());
        values.add(finding.key().fingerprint());
        Origin origin = finding.origin();
        values.add(origin == null ? null : origin.at().toEpochMilli());
        values.add(origin == null ? null : origin.identity());
        values.add(null);
        values.add(finding.revision());
        values.add(finding.customerTouched().stream().map(Enum::name).sorted().collect(Collectors.joining(" ")));
        REPEATED.forEach(column -> values.add(column.value().of(document)));
        values.add(finding.finding().toString());
        return values.toArray();
    }

    static StoredFinding read(Record row) {
        String touched = row.get(CUSTOMER_TOUCHED);
        Set<SharedField> fields = new LinkedHashSet<>();
        for (String field : touched.isEmpty() ? new String[0] : touched.split(" ", -1)) {
            fields.add(SharedField.valueOf(field));
        }
        Long importedAt = row.get(IMPORTED_AT);
        Origin origin = importedAt == null ? null : new Origin(Instant.ofEpochMilli(importedAt), row.get(IMPORTED_BY));
        return new StoredFinding(finding(row.get(DOCUMENT)), fields, row.get(REVISION), origin);
    }

    static Finding finding(String document) {
        return new Finding((ObjectNode) JsonMapper.shared().readTree(document));
    }

    /** The distinct Ids of the finding's resources. */
    static Set<String> resourceIds(Finding finding) {
        return new LinkedHashSet<>(finding.resourceIds());
    }

    private static List<String> ofResources(JsonNode finding, String member) {
        return finding.path("Resources")
                .valueStream()
                .map(resource -> resource.path(member).stringValue(""))
                .toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    /** What a finding does not have is an empty text: so it has its place in every index. */
    private static Column text(Field<String> column, String... path) {
        return new Column(column, finding -> at(finding, path).stringValue(""));
    }

    private static Column time(Field<Long> column, String... path) {
        return new Column(column, finding -> {
            String text = at(finding, path).stringValue(null);
            Instant time = text == null ? null : FindingTime.parse(text);
            return time == null ? null : time.toEpochMilli();
        });
    }

    private static JsonNode at(JsonNode finding, String... path) {
        JsonNode node = finding;
        for (String step : path) {
            node = node.path(step);
        }
        return node;
    }
}
