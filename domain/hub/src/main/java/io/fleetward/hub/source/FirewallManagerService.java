// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.source;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Resources that break policies of Firewall Manager, and attacks that Shield saw (hub, Firewall Manager).
 *
 * <p>Takes compliance details, which say nothing of what is right again: a run of an import that covers the policy
 * closes that.
 */
record FirewallManagerService() implements NativeService {
    private static final String PRACTICES = "Software and Configuration Checks/AWS Security Best Practices";

    @Override
    public String format() {
        return "FIREWALL_MANAGER";
    }

    @Override
    public String product() {
        return "aws/firewall-manager";
    }

    @Override
    public String eventSource() {
        return "aws.fms";
    }

    @Override
    public List<ObjectNode> findings(NativeDocument document) {
        JsonNode attack = Fields.either(document.at("attack"), document.body());
        if (attack.has("attackId")) {
            return List.of(attack(document, attack));
        }
        JsonNode detail = Fields.either(document.at("policyComplianceDetail"), document.body());
        var findings = new ArrayList<ObjectNode>();
        for (JsonNode violator : detail.path("violators")) {
            findings.add(violation(document, detail, violator));
        }
        return findings;
    }

    private ObjectNode violation(NativeDocument document, JsonNode detail, JsonNode violator) {
        String account = Fields.text(detail.path("memberAccount"), document.account("accountId"));
        String region = document.region("region");
        String policy = Fields.text(detail.path("policyId"), "");
        String resource = Fields.text(violator.path("resourceId"), "");
        String reason = Fields.text(violator.path("violationReason"), "UNKNOWN");
        String owner = Fields.text(detail.path("policyOwner"), account);
        ObjectNode finding = document.finding(product(), account, region);
        finding.put("Id", policy + "/" + account + "/" + resource);
        finding.put("GeneratorId", document.arn("fms", region, owner, "policy/" + policy));
        finding.putArray("Types").add(PRACTICES);
        finding.put("CreatedAt", document.time()).put("UpdatedAt", document.time());
        FirewallViolation kind = FirewallViolation.of(reason);
        finding.putObject("Severity").put("Label", kind.severity().name());
        finding.put("Title", kind.title());
        finding.put(
                "Description",
                resource + " does not comply with Firewall Manager policy " + policy + ": " + reason + ".");
        ObjectNode fields = finding.putObject("ProductFields");
        fields.put("aws/firewall-manager/PolicyId", policy).put("aws/firewall-manager/ViolationReason", reason);
        finding.putObject("Compliance").put("Status", "FAILED");
        finding.putArray("Resources")
                .add(Resource.of(ResourceTypes.asff(Fields.text(violator.path("resourceType"), "Other")), resource)
                        .in(document.partition(region), region)
                        .document());
        return finding;
    }

    private ObjectNode attack(NativeDocument document, JsonNode attack) {
        String region = document.region("region");
        String account = document.account("accountId");
        String id = Fields.text(attack.path("attackId"), "");
        String resource = Fields.text(attack.path("resourceArn"), "");
        ObjectNode finding = document.finding(product(), account, region);
        finding.put("Id", "shield/" + account + "/" + id);
        finding.put("GeneratorId", document.arn("shield", "", account, "attack"));
        finding.putArray("Types").add("Effects/Denial of Service");
        Fields.time(finding, "FirstObservedAt", attack.path("startTime"));
        Fields.time(finding, "LastObservedAt", attack.path("endTime"));
        finding.put("CreatedAt", document.time()).put("UpdatedAt", document.time());
        finding.putObject("Severity").put("Label", "HIGH");
        finding.put("Title", "Shield Advanced detected an attack");
        finding.put("Description", "Shield Advanced detected attack " + id + " on " + resource + ".");
        finding.putArray("Resources")
                .add(Resource.of("Other", resource)
                        .in(document.partition(region), region)
                        .document());
        finding.put("RecordState", attack.path("endTime").isMissingNode() ? "ACTIVE" : "ARCHIVED");
        return finding;
    }
}
