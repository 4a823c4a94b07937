// SPDX-License-Identifier: Apache-2.0
package io.fleetward.mitigation.action;

import io.fleetward.audit.AuditedResource;
import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.finding.AuditFinding;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The message that tells a topic of a finding: the finding with its times in milliseconds (audit, payload). */
final class FindingMessage {
    /** As in every finding; the rest is only in its own list (audit, quotas). */
    private static final int MOST_RELATED = 10;

    private FindingMessage() {}

    static String of(AuditFinding finding) {
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("findingId", finding.id())
                .put("taskId", finding.taskId())
                .put("checkName", finding.check().value())
                .put("taskStartTime", finding.taskStartedAt().toEpochMilli())
                .put("findingTime", finding.foundAt().toEpochMilli())
                .put("severity", finding.severity().name());
        message.set("nonCompliantResource", resource(finding.resource()));
        if (!finding.related().isEmpty()) {
            ArrayNode related = message.putArray("relatedResources");
            finding.related().stream().limit(MOST_RELATED).forEach(each -> related.add(resource(each)));
        }
        message.put("reasonForNonCompliance", finding.reason())
                .put("reasonForNonComplianceCode", finding.code().value());
        return message.toString();
    }

    private static ObjectNode resource(AuditedResource resource) {
        ResourceIdentifier identifier = resource.identifier();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("resourceType", identifier.type().name());
        ObjectNode named = json.putObject("resourceIdentifier");
        ObjectNode members = switch (identifier) {
            case ResourceIdentifier.PolicyVersion _ -> named.putObject("policyVersionIdentifier");
            case ResourceIdentifier.IssuerCertificate _ -> named.putObject("issuerCertificateIdentifier");
            case ResourceIdentifier.DeviceCertificate _,
                    ResourceIdentifier.CaCertificate _,
                    ResourceIdentifier.CognitoIdentityPool _,
                    ResourceIdentifier.ClientId _,
                    ResourceIdentifier.AccountSettings _,
                    ResourceIdentifier.RoleAlias _,
                    ResourceIdentifier.IamRole _ -> named;
        };
        identifier.members().forEach(members::put);
        if (!resource.additionalInfo().isEmpty()) {
            ObjectNode info = json.putObject("additionalInfo");
            new TreeMap<>(resource.additionalInfo()).forEach(info::put);
        }
        return json;
    }
}
