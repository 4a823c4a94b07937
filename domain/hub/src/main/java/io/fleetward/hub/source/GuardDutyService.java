// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.SeverityLabel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Threats that GuardDuty saw (hub, GuardDuty).
 *
 * <p>Whether a finding is archived there counts when it comes first: archiving does not change {@code updatedAt}, and
 * what is not newer is old news.
 */
record GuardDutyService() implements NativeService {
    private static final String FIELDS = "aws/guardduty/service";
    private static final String AFFECTED_RESOURCES = "affectedResources";
    private static final Set<String> ACTIONS =
            Set.of("NETWORK_CONNECTION", "AWS_API_CALL", "DNS_REQUEST", "PORT_PROBE");

    @Override
    public String format() {
        return "GUARDDUTY";
    }

    @Override
    public String product() {
        return "aws/guardduty";
    }

    @Override
    public String eventSource() {
        return "aws.guardduty";
    }

    @Override
    public List<ObjectNode> findings(NativeDocument document) {
        JsonNode service = document.at("service");
        String region = document.region("region");
        ObjectNode finding = document.finding(product(), document.account("accountId"), region);
        Fields.put(finding, "Id", document.at("arn"));
        Fields.put(finding, "GeneratorId", detector(document));
        String type = Fields.text(document.at("type"), "Unknown");
        finding.putArray("Types").add(GuardDutyTypes.asff(type));
        Fields.time(finding, "FirstObservedAt", service.path("eventFirstSeen"));
        Fields.time(finding, "LastObservedAt", service.path("eventLastSeen"));
        Fields.time(finding, "CreatedAt", document.at("createdAt"));
        Fields.time(finding, "UpdatedAt", document.at("updatedAt"));
        severity(finding, document.at("severity"));
        Fields.put(finding, "Title", document.at("title"));
        Fields.put(finding, "Description", document.at("description"));
        finding.put("SourceUrl", console(document, region));
        ObjectNode fields = Fields.object();
        flatten(fields, FIELDS, service);
        Fields.filled(finding, "ProductFields", fields);
        Fields.filled(finding, "Action", action(service.path("action")));
        GuardDutyMalware.write(finding, service.path("ebsVolumeScanDetails"));
        finding.set("Resources", GuardDutyResources.of(document, region));
        finding.put("RecordState", service.path("archived").asBoolean(false) ? "ARCHIVED" : "ACTIVE");
        if (finding.path("Title").stringValue("").startsWith("[SAMPLE]")) {
            finding.put("Sample", true);
        }
        return List.of(finding);
    }

    private static String detector(NativeDocument document) {
        String arn = Fields.text(document.at("arn"), "");
        int end = arn.indexOf("/finding/");
        return end < 0 ? arn : arn.substring(0, end);
    }

    /** The bands of the console: low below 4, medium below 7, high below 9. */
    private static void severity(ObjectNode finding, JsonNode value) {
        double severity = value.asDouble(0);
        SeverityLabel label = severity >= 9
                ? SeverityLabel.CRITICAL
                : severity >= 7 ? SeverityLabel.HIGH : severity >= 4 ? SeverityLabel.MEDIUM : SeverityLabel.LOW;
        ObjectNode written = finding.putObject("Severity");
        Fields.number(written, "Product", value);
        written.put("Label", label.name());
    }

    private static String console(NativeDocument document, String region) {
        return Consoles.of(document.partition(region), region) + "/guardduty/home?region=" + region
                + "#/findings?macros=current&fId=" + Fields.text(document.at("id"), "");
    }

    /** Each value in the service's part under its path; places in lists read {@code name.0_}. */
    private static void flatten(ObjectNode fields, String path, JsonNode value) {
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            flatten(fields, path + "/" + member.getKey(), member.getValue());
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            flatten(fields, path + "." + i + "_", value.get(i));
        }
        if (!value.isContainer()) {
            Fields.put(fields, path, value);
        }
    }

    /** The kinds of action that findings know; resources affected by a call keep the names they have. */
    private static ObjectNode action(JsonNode action) {
        ObjectNode written = Fields.object();
        String type = Fields.text(action.path("actionType"), "");
        if (ACTIONS.contains(type) && Keys.capitalized(action) instanceof ObjectNode capitalized) {
            written.setAll(capitalized);
            JsonNode affected = action.path("awsApiCallAction").path(AFFECTED_RESOURCES);
            if (!affected.isMissingNode()) {
                ((ObjectNode) written.path("AwsApiCallAction")).set("AffectedResources", texts(affected));
            }
        }
        return written;
    }

    private static ObjectNode texts(JsonNode map) {
        ObjectNode texts = Fields.object();
        map.properties().forEach(entry -> Fields.put(texts, entry.getKey(), entry.getValue()));
        return texts;
    }
}
