// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Sensitive data and careless buckets that Macie found (hub, Macie). */
record MacieService() implements NativeService {
    private static final String SENSITIVE_DATA = "SensitiveData:";
    private static final String PUBLIC_BUCKET = "Policy:IAMUser/S3BucketPublic";

    @Override
    public String format() {
        return "MACIE";
    }

    @Override
    public String product() {
        return "aws/macie";
    }

    @Override
    public String eventSource() {
        return "aws.macie";
    }

    @Override
    public List<ObjectNode> findings(NativeDocument document) {
        String region = document.region("region");
        ObjectNode finding = document.finding(product(), document.account("accountId"), region);
        Fields.put(finding, "Id", document.at("id"));
        finding.put("GeneratorId", "aws/macie");
        finding.putArray("Types").add(type(document.at("type").asString("")));
        Fields.time(finding, "CreatedAt", document.at("createdAt"));
        Fields.time(finding, "UpdatedAt", document.at("updatedAt"));
        Fields.put(
                finding.putObject("Severity"),
                "Label",
                document.at("severity").path("description").asString("").toUpperCase(Locale.ROOT));
        Fields.put(finding, "Title", document.at("title"));
        Fields.put(finding, "Description", document.at("description"));
        Fields.filled(finding, "ProductFields", fields(document));
        finding.set("Resources", MacieResources.of(document, region));
        finding.put("RecordState", document.at("archived").asBoolean(false) ? "ARCHIVED" : "ACTIVE");
        if (document.at("sample").asBoolean(false)) {
            finding.put("Sample", true);
        }
        return List.of(finding);
    }

    private static String type(String nativeType) {
        String name = nativeType.replace('/', '-');
        if (nativeType.startsWith(SENSITIVE_DATA)) {
            return "Sensitive Data Identifications/PII/" + name;
        }
        return (nativeType.equals(PUBLIC_BUCKET)
                        ? "Effects/Data Exposure/"
                        : "Software and Configuration Checks/AWS Security Best Practices/")
                + name;
    }

    private static ObjectNode fields(NativeDocument document) {
        ObjectNode fields = Fields.object();
        JsonNode classification = document.at("classificationDetails");
        Fields.put(fields, "JobArn", classification.path("jobArn"));
        Fields.put(fields, "JobId", classification.path("jobId"));
        Fields.put(fields, "OriginType", classification.path("originType"));
        JsonNode object = document.at("resourcesAffected").path("s3Object");
        Fields.put(fields, "S3Object.Path", object.path("path"));
        Fields.put(fields, "S3Object.Extension", object.path("extension"));
        JsonNode policy = document.at("policyDetails");
        JsonNode call = policy.path("action").path("apiCallDetails");
        Fields.put(fields, "Action.Api", call.path("api"));
        Fields.put(fields, "Action.ApiServiceName", call.path("apiServiceName"));
        Fields.put(fields, "Action.FirstSeen", SourceTime.text(call.path("firstSeen")));
        Fields.put(fields, "Action.LastSeen", SourceTime.text(call.path("lastSeen")));
        JsonNode actor = policy.path("actor");
        Fields.put(fields, "Actor.IpAddress", actor.path("ipAddressDetails").path("ipAddressV4"));
        JsonNode identity = actor.path("userIdentity");
        Fields.put(fields, "Actor.UserType", identity.path("type"));
        for (Map.Entry<String, JsonNode> kind : identity.properties()) {
            Fields.put(fields, "Actor.Arn", kind.getValue().path("arn"));
        }
        return fields;
    }
}
