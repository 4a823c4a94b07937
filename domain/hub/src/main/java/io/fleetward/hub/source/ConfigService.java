// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How resources fare under the rules of Config: evaluation results and the events of their change (hub, Config). */
record ConfigService() implements NativeService {
    private static final Map<String, String> COMPLIANCE =
            Map.of("COMPLIANT", "PASSED", "NON_COMPLIANT", "FAILED", "INSUFFICIENT_DATA", "WARNING");
    private static final String FIELDS = "aws/config/";

    @Override
    public String format() {
        return "CONFIG";
    }

    @Override
    public String product() {
        return "aws/config";
    }

    @Override
    public String eventSource() {
        return "aws.config";
    }

    @Override
    public List<ObjectNode> findings(NativeDocument document) {
        JsonNode result = Fields.either(document.at("newEvaluationResult"), document.body());
        JsonNode subject = result.path("evaluationResultIdentifier").path("evaluationResultQualifier");
        String region = document.region("awsRegion");
        String account = document.account("awsAccountId");
        String rule = Fields.text(document.at("configRuleName"), Fields.text(subject.path("configRuleName"), ""));
        String ruleArn = Fields.text(
                Fields.either(document.at("configRuleARN"), document.at("configRuleArn")),
                document.arn("config", region, account, "config-rule/" + rule));
        String resourceType =
                Fields.text(subject.path("resourceType"), Fields.text(document.at("resourceType"), "Other"));
        String resource = Fields.text(subject.path("resourceId"), Fields.text(document.at("resourceId"), ""));
        String compliance = Fields.text(result.path("complianceType"), "");
        ObjectNode finding = document.finding(product(), account, region);
        finding.put("Id", ruleArn + "/finding/" + Hashes.of(resourceType + "/" + resource));
        finding.put("GeneratorId", ruleArn);
        finding.putArray("Types").add("Software and Configuration Checks");
        String recorded = SourceTime.text(result.path("resultRecordedTime"));
        String time = recorded == null ? document.time() : recorded;
        finding.put("CreatedAt", time).put("UpdatedAt", time);
        finding.putObject("Severity").put("Label", "MEDIUM");
        finding.put("Title", rule);
        finding.put(
                "Description",
                Fields.text(
                        result.path("annotation"),
                        "Rule " + rule + " judges " + resourceType + " " + resource + " as " + compliance + "."));
        ObjectNode fields = finding.putObject("ProductFields");
        fields.put(FIELDS + "ConfigRuleArn", ruleArn);
        fields.put(FIELDS + "ConfigRuleName", rule);
        fields.put(FIELDS + "ConfigComplianceType", compliance);
        finding.putObject("Compliance").put("Status", COMPLIANCE.getOrDefault(compliance, "NOT_AVAILABLE"));
        finding.putArray("Resources").add(resource(document, region, resourceType, resource));
        return List.of(finding);
    }

    /** Buckets have the one ARN that follows from a name alone; other resources keep the id that Config gives them. */
    private static ObjectNode resource(NativeDocument document, String region, String type, String id) {
        String partition = document.partition(region);
        boolean isBucket = type.equals("AWS::S3::Bucket") && !id.startsWith("arn:");
        return Resource.of(ResourceTypes.asff(type), isBucket ? "arn:" + partition + ":s3:::" + id : id)
                .in(partition, region)
                .document();
    }
}
