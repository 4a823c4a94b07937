// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.export;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.RecordState;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A finding in the Open Cybersecurity Schema: a vulnerability finding when it names one, a compliance finding when it
 * judges a requirement, a detection finding otherwise (hub, ASFF and OCSF).
 */
record OcsfDocument(Finding finding) {
    private static final String SCHEMA = "1.3.0";
    private static final int CATEGORY = 2;
    private static final int TYPES_OF_CLASS = 100;
    private static final Map<String, Integer> COMPLIANCE = Map.of("PASSED", 1, "WARNING", 2, "FAILED", 3);

    private enum Kind {
        VULNERABILITY(2002, "Vulnerability Finding"),
        COMPLIANCE(2003, "Compliance Finding"),
        DETECTION(2004, "Detection Finding");

        private final int uid;
        private final String title;

        Kind(int uid, String title) {
            this.uid = uid;
            this.title = title;
        }
    }

    private enum Activity {
        CREATE(1, "Create"),
        UPDATE(2, "Update"),
        CLOSE(3, "Close");

        private final int id;
        private final String title;

        Activity(int id, String title) {
            this.id = id;
            this.title = title;
        }
    }

    ObjectNode write() {
        JsonNode asff = finding.document();
        Kind kind = kind(asff);
        Activity activity = activity(asff);
        ObjectNode document = object();
        document.put("activity_id", activity.id).put("activity_name", activity.title);
        document.put("category_uid", CATEGORY).put("category_name", "Findings");
        document.put("class_uid", kind.uid).put("class_name", kind.title);
        document.put("type_uid", kind.uid * TYPES_OF_CLASS + activity.id);
        document.put("type_name", kind.title + ": " + activity.title);
        document.put("time", finding.updatedAt().toEpochMilli());
        copy(document, "time_dt", asff.path("UpdatedAt"));
        severity(document);
        status(document);
        copy(document, "confidence_score", asff.path("Confidence"));
        copy(document, "comment", asff.path("Note").path("Text"));
        metadata(document, asff);
        document.set("finding_info", info(asff));
        ObjectNode cloud = document.putObject("cloud").put("provider", "AWS");
        copy(cloud, "region", asff.path("Region"));
        copy(cloud.putObject("account"), "uid", asff.path("AwsAccountId"));
        document.set("resources", resources(asff));
        remediation(document, asff.path("Remediation").path("Recommendation"));
        if (kind == Kind.COMPLIANCE) {
            document.set("compliance", compliance(asff.path("Compliance")));
        }
        if (kind == Kind.VULNERABILITY) {
            ArrayNode vulnerabilities = document.putArray("vulnerabilities");
            asff.path("Vulnerabilities").forEach(each -> vulnerabilities.add(OcsfVulnerabilityObject.of(each)));
        }
        return document;
    }

    private static Kind kind(JsonNode asff) {
        if (!asff.path("Vulnerabilities").isEmpty()) {
            return Kind.VULNERABILITY;
        }
        return asff.path("Compliance").has("Status") ? Kind.COMPLIANCE : Kind.DETECTION;
    }

    private Activity activity(JsonNode asff) {
        if (finding.recordState() == RecordState.ARCHIVED) {
            return Activity.CLOSE;
        }
        return finding.updatedAt().equals(time(asff.path("CreatedAt"))) ? Activity.CREATE : Activity.UPDATE;
    }

    private void severity(ObjectNode document) {
        switch (finding.severityLabel()) {
            case INFORMATIONAL -> document.put("severity_id", 1).put("severity", "Informational");
            case LOW -> document.put("severity_id", 2).put("severity", "Low");
            case MEDIUM -> document.put("severity_id", 3).put("severity", "Medium");
            case HIGH -> document.put("severity_id", 4).put("severity", "High");
            case CRITICAL -> document.put("severity_id", 5).put("severity", "Critical");
        }
    }

    private void status(ObjectNode document) {
        if (finding.recordState() == RecordState.ARCHIVED) {
            document.put("status_id", 5).put("status", "Archived");
            return;
        }
        switch (finding.workflowStatus()) {
            case NEW -> document.put("status_id", 1).put("status", "New");
            case NOTIFIED -> document.put("status_id", 2).put("status", "In Progress");
            case SUPPRESSED -> document.put("status_id", 3).put("status", "Suppressed");
            case RESOLVED -> document.put("status_id", 4).put("status", "Resolved");
        }
    }

    private void metadata(ObjectNode document, JsonNode asff) {
        ObjectNode metadata = document.putObject("metadata").put("version", SCHEMA);
        metadata.put("uid", finding.key().fingerprint());
        metadata.putArray("profiles").add("cloud").add("datetime");
        ObjectNode product = metadata.putObject("product");
        copy(product, "uid", asff.path("ProductArn"));
        copy(product, "name", asff.path("ProductName"));
        copy(product, "vendor_name", asff.path("CompanyName"));
    }

    private static ObjectNode info(JsonNode asff) {
        ObjectNode info = object();
        copy(info, "uid", asff.path("Id"));
        copy(info, "title", asff.path("Title"));
        copy(info, "desc", asff.path("Description"));
        copy(info, "types", asff.path("Types"));
        copy(info, "src_url", asff.path("SourceUrl"));
        time(info, "created_time", asff.path("CreatedAt"));
        time(info, "modified_time", asff.path("UpdatedAt"));
        time(info, "first_seen_time", asff.path("FirstObservedAt"));
        time(info, "last_seen_time", asff.path("LastObservedAt"));
        ObjectNode analytic = info.putObject("analytic").put("type_id", 1).put("type", "Rule");
        copy(analytic, "uid", asff.path("GeneratorId"));
        return info;
    }

    private static ArrayNode resources(JsonNode asff) {
        ArrayNode resources = JsonNodeFactory.instance.arrayNode();
        for (JsonNode from : asff.path("Resources")) {
            ObjectNode resource = resources.addObject();
            copy(resource, "uid", from.path("Id"));
            copy(resource, "type", from.path("Type"));
            copy(resource, "region", from.path("Region"));
            copy(resource, "cloud_partition", from.path("Partition"));
            if (!from.path("Tags").isEmpty()) {
                ArrayNode tags = resource.putArray("tags");
                from.path("Tags").properties().forEach(tag -> tags.addObject()
                        .put("name", tag.getKey())
                        .set("value", tag.getValue()));
            }
        }
        return resources;
    }

    private static void remediation(ObjectNode document, JsonNode recommendation) {
        if (!recommendation.isEmpty()) {
            ObjectNode remediation = document.putObject("remediation");
            remediation.put("desc", recommendation.path("Text").asString(""));
            if (recommendation.has("Url")) {
                remediation.putArray("references").add(recommendation.path("Url"));
            }
        }
    }

    private static ObjectNode compliance(JsonNode from) {
        String status = from.path("Status").asString("");
        ObjectNode compliance = object().put("status_id", COMPLIANCE.getOrDefault(status, 0));
        compliance.put(
                "status",
                switch (status) {
                    case "PASSED" -> "Pass";
                    case "WARNING" -> "Warning";
                    case "FAILED" -> "Fail";
                    default -> "Unknown";
                });
        copy(compliance, "control", from.path("SecurityControlId"));
        copy(compliance, "requirements", from.path("RelatedRequirements"));
        ArrayNode standards = compliance.putArray("standards");
        from.path("AssociatedStandards").forEach(each -> standards.add(each.path("StandardsId")));
        return compliance;
    }

    private static void time(ObjectNode target, String name, JsonNode value) {
        if (value.isString()) {
            target.put(name, time(value).toEpochMilli());
            target.set(name + "_dt", value);
        }
    }

    private static Instant time(JsonNode value) {
        return Objects.requireNonNullElse(FindingTime.parse(value.asString("")), Instant.EPOCH);
    }

    static void copy(ObjectNode target, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            target.set(name, value);
        }
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
