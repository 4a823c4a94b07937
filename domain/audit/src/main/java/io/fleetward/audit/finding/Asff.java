// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import io.fleetward.audit.check.CheckDescription;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The parts that every document of the audit shares in the AWS Security Finding Format. */
final class Asff {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final int LONGEST_DESCRIPTION = 1024;
    private static final int LONGEST_PRODUCT_FIELD = 2048;

    private Asff() {}

    /** What differs from document to document, as text. */
    record Text(String id, String generatorId, String title, String description, String sourceUrl) {}

    /** A document without product fields and resources; a first report also opens the workflow. */
    static ObjectNode document(AccountRegion scope, CheckDescription check, Text text, Report report) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("SchemaVersion", "2018-10-08");
        document.put("Id", text.id());
        document.put("ProductArn", productArn(scope));
        document.put("ProductName", "IoT Device Defender - Audit");
        document.put("CompanyName", "AWS");
        document.put("Region", scope.region().value());
        document.put("GeneratorId", text.generatorId());
        document.put("AwsAccountId", scope.account().value());
        document.putArray("Types").add(check.findingType());
        document.put("CreatedAt", TIME.format(report.createdAt()));
        setUpdate(document, report.updatedAt(), report.isActive());
        document.putObject("Severity")
                .put("Label", check.severity().name())
                .put("Normalized", check.severity().normalized());
        document.put("Title", text.title());
        document.put("Description", shortened(text.description(), LONGEST_DESCRIPTION));
        document.put("SourceUrl", text.sourceUrl());
        if (report.isFirst()) {
            document.put("WorkflowState", "NEW");
            document.putObject("Workflow").put("Status", "NEW");
        }
        ObjectNode provider = document.putObject("FindingProviderFields");
        provider.putObject("Severity").put("Label", check.severity().name());
        provider.putArray("Types").add(check.findingType());
        return document;
    }

    /** The life of a report: when it began, when it is updated, and whether the fault is there. */
    record Report(Instant createdAt, Instant updatedAt, boolean isFirst, boolean isActive) {}

    /** Dates the document and says whether the fault is there; an update never touches the workflow. */
    static void setUpdate(ObjectNode document, Instant at, boolean isActive) {
        document.put("UpdatedAt", TIME.format(at));
        document.put("RecordState", isActive ? "ACTIVE" : "ARCHIVED");
        document.remove("WorkflowState");
        document.remove("Workflow");
    }

    static void setProductFields(ObjectNode document, Map<String, String> fields) {
        ObjectNode node = document.putObject("ProductFields");
        fields.forEach((name, value) -> node.put(name, shortened(value, LONGEST_PRODUCT_FIELD)));
    }

    private static String productArn(AccountRegion scope) {
        return "arn:" + scope.region().partition() + ":securityhub:" + scope.region() + "::product/"
                + AuditFindings.PRODUCT;
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
