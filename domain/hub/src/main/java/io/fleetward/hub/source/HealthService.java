// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.kernel.Arn;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What AWS Health tells of an account (hub, Health). */
record HealthService() implements NativeService {
    private static final int MOST_RESOURCES = 32;
    private static final Set<String> SECURITY_SERVICES =
            Set.of("GUARDDUTY", "INSPECTOR", "INSPECTOR2", "MACIE", "SECURITY", "SECURITYHUB", "IAM", "KMS", "ACM");

    @Override
    public String format() {
        return "HEALTH";
    }

    @Override
    public String product() {
        return "aws/health";
    }

    @Override
    public String eventSource() {
        return "aws.health";
    }

    @Override
    public List<ObjectNode> findings(NativeDocument document) {
        String region = Fields.text(document.at("eventRegion"), document.region("region"));
        String account = document.account("affectedAccount");
        String code = Fields.text(document.at("eventTypeCode"), "");
        ObjectNode finding = document.finding(product(), account, region);
        String started = SourceTime.text(document.at("startTime"));
        String start = started == null ? document.time() : started;
        finding.put("Id", eventArn(document, account) + "/" + Hashes.of(start));
        Fields.put(finding, "GeneratorId", code);
        finding.putArray("Types").add("Software and Configuration Checks");
        finding.put("FirstObservedAt", start).put("CreatedAt", start);
        String updated = SourceTime.text(document.at("lastUpdatedTime"));
        finding.put("UpdatedAt", updated == null ? document.time() : updated);
        finding.putObject("Severity")
                .put(
                        "Label",
                        severity(document.at("service").asString(""), code).name());
        finding.put("Title", "AWS Health - " + code);
        JsonNode texts = Fields.either(document.at("eventDescription"), Fields.list());
        String text = Fields.text(
                Fields.either(texts.path(0).path("latestDescription"), texts.path("latestDescription")), code);
        finding.put("Description", text);
        finding.set("Resources", resources(document, region, account));
        finding.put("RecordState", document.at("statusCode").asString("").equals("closed") ? "ARCHIVED" : "ACTIVE");
        return List.of(finding);
    }

    /** The event's ARN, naming the account that it is told to. */
    private static String eventArn(NativeDocument document, String account) {
        String text = Fields.text(Fields.either(document.at("eventArn"), document.at("arn")), "");
        Arn arn = Arn.parse(text);
        return arn == null
                ? text
                : new Arn(arn.partition(), arn.service(), arn.region(), account, arn.resource()).toString();
    }

    private static SeverityLabel severity(String service, String code) {
        if (service.equals("RISK") || code.contains("OPEN_BUCKET") || code.contains("SHIELD_DDOS")) {
            return SeverityLabel.CRITICAL;
        } else if (service.equals("ABUSE")
                || code.contains("SECURITY_NOTIFICATION")
                || code.contains("ABUSE_DETECTION")) {
            return SeverityLabel.HIGH;
        } else if (SECURITY_SERVICES.contains(service)
                || code.contains("CERTIFICATE")
                || code.contains("END_OF_SUPPORT")) {
            return SeverityLabel.MEDIUM;
        }
        return SeverityLabel.INFORMATIONAL;
    }

    private static ArrayNode resources(NativeDocument document, String region, String account) {
        ArrayNode resources = Fields.list();
        for (JsonNode entity : document.at("affectedEntities")) {
            String id = Fields.text(entity.path("entityValue"));
            if (id != null && resources.size() < MOST_RESOURCES) {
                resources.add(Resource.of("Other", id)
                        .in(document.partition(region), region)
                        .document());
            }
        }
        if (resources.isEmpty()) {
            resources.add(Resource.of("Other", account)
                    .in(document.partition(region), region)
                    .document());
        }
        return resources;
    }
}
