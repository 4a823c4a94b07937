// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.kernel.AccountId;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One finding of the Open Cybersecurity Schema, read into the hub's format (hub, ASFF and OCSF). */
record OcsfFinding(JsonNode document, SourceContext context) {
    private static final int COMPLIANCE = 2003;
    private static final int VULNERABILITY = 2002;
    private static final int CLOSED = 3;
    private static final int ARCHIVED = 5;
    private static final int MOST_RESOURCES = 32;
    private static final Pattern TYPE = Pattern.compile("([^/]+)(/[^/]+){0,2}");
    private static final Map<Integer, String> COMPLIANCE_STATUS = Map.of(1, "PASSED", 2, "WARNING", 3, "FAILED");
    private static final Map<String, String> STATUS_CODE =
            Map.of("PASS", "PASSED", "FAIL", "FAILED", "WARNING", "WARNING", "MANUAL", "WARNING");

    ObjectNode asff() {
        JsonNode info = Fields.either(document.path("finding_info"), document.path("finding"));
        ObjectNode finding = Fields.object().put("SchemaVersion", AsffSchema.VERSION);
        Fields.put(finding, "Id", Fields.either(info.path("uid"), document.path("metadata").path("uid")));
        product(finding, document.path("metadata").path("product"));
        finding.put("GeneratorId", generator(info));
        String account = document.path("cloud").path("account").path("uid").asString("");
        finding.put(
                "AwsAccountId",
                AccountId.isValid(account) ? account : context.scope().account().value());
        finding.set("Types", types(info));
        String created = time(info, "created_time");
        String modified = time(info, "modified_time");
        Fields.put(finding, "FirstObservedAt", time(info, "first_seen_time"));
        Fields.put(finding, "LastObservedAt", time(info, "last_seen_time"));
        String stated = time(document, "time");
        String happened = stated.isEmpty() ? context.nowText() : stated;
        finding.put("CreatedAt", created.isEmpty() ? happened : created);
        finding.put("UpdatedAt", modified.isEmpty() ? happened : modified);
        severity(finding.putObject("Severity"));
        Fields.number(finding, "Confidence", document.path("confidence_score"));
        Fields.put(finding, "Title", info.path("title"));
        finding.put("Description", Fields.text(info.path("desc"), Fields.text(info.path("title"), "")));
        Fields.put(finding, "SourceUrl", info.path("src_url"));
        remediation(finding);
        compliance(finding);
        finding.set("Resources", resources());
        ArrayNode vulnerabilities = Fields.list();
        document.path("vulnerabilities").forEach(each -> vulnerabilities.add(OcsfVulnerability.asff(each)));
        Fields.filled(finding, "Vulnerabilities", vulnerabilities);
        boolean isOver = document.path("activity_id").asInt(0) == CLOSED
                || document.path("status_id").asInt(0) == ARCHIVED;
        finding.put("RecordState", isOver ? "ARCHIVED" : "ACTIVE");
        return AsffSchema.fit(finding).document();
    }

    /** A product of the hub is named by its ARN; others keep their names under the product of the sender. */
    private void product(ObjectNode finding, JsonNode product) {
        String uid = product.path("uid").asString("");
        finding.put("ProductArn", ProductArn.parse(uid) == null ? context.productArn() : uid);
        Fields.put(finding, "ProductName", product.path("name"));
        Fields.put(finding, "CompanyName", product.path("vendor_name"));
    }

    private String generator(JsonNode info) {
        for (JsonNode candidate : new JsonNode[] {
            info.path("analytic").path("uid"),
            info.path("analytic").path("name"),
            document.path("metadata").path("event_code"),
            document.path("compliance").path("control"),
            document.path("vulnerabilities").path(0).path("cve").path("uid"),
            document.path("metadata").path("product").path("name")
        }) {
            String text = Fields.text(candidate);
            if (text != null) {
                return text;
            }
        }
        return "ocsf";
    }

    private ArrayNode types(JsonNode info) {
        ArrayNode types = Fields.list();
        for (JsonNode type : info.path("types")) {
            if (TYPE.matcher(type.asString("")).matches()) {
                types.add(type);
            }
        }
        if (types.isEmpty()) {
            types.add(
                    switch (document.path("class_uid").asInt(0)) {
                        case VULNERABILITY -> "Software and Configuration Checks/Vulnerabilities/CVE";
                        case COMPLIANCE -> "Software and Configuration Checks";
                        default -> "TTPs";
                    });
        }
        return types;
    }

    /** The time in either of its two spellings; the empty text when there is none. */
    private static String time(JsonNode object, String name) {
        for (JsonNode value : new JsonNode[] {object.path(name + "_dt"), object.path(name)}) {
            String text = SourceTime.text(value);
            if (text != null && FindingTime.parse(text) != null) {
                return text;
            }
        }
        return "";
    }

    private void severity(ObjectNode severity) {
        SeverityLabel word = Scores.word(document.path("severity").asString(""));
        SeverityLabel label =
                switch (document.path("severity_id").asInt(0)) {
                    case 1 -> SeverityLabel.INFORMATIONAL;
                    case 2 -> SeverityLabel.LOW;
                    case 3 -> SeverityLabel.MEDIUM;
                    case 4 -> SeverityLabel.HIGH;
                    case 5, 6 -> SeverityLabel.CRITICAL;
                    default -> word == null ? SeverityLabel.INFORMATIONAL : word;
                };
        severity.put("Label", label.name());
        Fields.put(severity, "Original", document.path("severity"));
    }

    private void remediation(ObjectNode finding) {
        ObjectNode recommendation = Fields.object();
        Fields.put(recommendation, "Text", document.path("remediation").path("desc"));
        Fields.put(recommendation, "Url", document.path("remediation").path("references").path(0));
        if (!recommendation.isEmpty()) {
            finding.putObject("Remediation").set("Recommendation", recommendation);
        }
    }

    private void compliance(ObjectNode finding) {
        JsonNode compliance = document.path("compliance");
        ObjectNode written = Fields.object();
        String status = COMPLIANCE_STATUS.get(compliance.path("status_id").asInt(0));
        Fields.put(
                written,
                "Status",
                status == null ? STATUS_CODE.get(document.path("status_code").asString("")) : status);
        Fields.put(written, "SecurityControlId", compliance.path("control"));
        if (compliance.path("requirements").isArray()) {
            Fields.texts(written, "RelatedRequirements", compliance.path("requirements"));
        }
        Fields.filled(finding, "Compliance", written);
    }

    private ArrayNode resources() {
        ArrayNode resources = Fields.list();
        JsonNode listed = document.path("resources");
        JsonNode all = listed.isArray() ? listed : Fields.list().add(Fields.either(document.path("resource"), listed));
        for (JsonNode from : all) {
            String id = Fields.text(from.path("uid"), Fields.text(from.path("name"), ""));
            if (!id.isEmpty() && resources.size() < MOST_RESOURCES) {
                Resource resource = Resource.of(Fields.text(from.path("type"), "Other"), id);
                resource.tags(from.path("tags"));
                ObjectNode written = resource.document();
                String partition = from.path("cloud_partition").asString("");
                if (partition.equals("aws") || partition.equals("aws-cn") || partition.equals("aws-us-gov")) {
                    written.put("Partition", partition);
                }
                Fields.put(written, "Region", from.path("region"));
                resources.add(written);
            }
        }
        if (resources.isEmpty()) {
            resources.add(Resource.of("Other", context.scope().account().value()).document());
        }
        return resources;
    }

    /** Sets a value as it is; fitting reads numbers from texts. */
    static void copy(ObjectNode target, String name, JsonNode value) {
        if (value.isNumber() || value.isString()) {
            target.set(name, value);
        }
    }
}
