// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import io.fleetward.audit.ResourceIdentifier;
import io.fleetward.audit.ResourceType;
import io.fleetward.audit.check.CheckDescription;
import io.fleetward.audit.task.AuditTask;
import io.fleetward.audit.task.AuditTrigger;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.UriPath;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the findings of an audit for the hub (audit, audit finding).
 *
 * <p>Immutable. A fault keeps its Id in the hub from audit to audit, since the Id names resource, check and reason.
 *
 * @param consoleUrl where the console is, without a slash at the end
 */
public record AuditFindings(String consoleUrl) {
    /** Only the subject of an issuer can be longer; the issuer's id tells it from others that begin alike. */
    private static final int LONGEST_MEMBER = 200;

    /** What follows {@code product/} in the ARN of the product that the audit's findings come from. */
    public static final String PRODUCT = "aws/iot-device-defender-audit";

    /**
     * The next report on a finding's fault.
     *
     * @param previous what the hub was told before about the same fault, null when nothing
     * @return null when there is nothing to tell: a suppressed fault that the hub has never heard of
     */
    public @Nullable HubReport report(
            CheckReport.Occasion occasion, AuditFinding finding, @Nullable HubReport previous) {
        if (finding.isSuppressed() && previous == null) {
            return null;
        }
        Instant at = HubReport.nextUpdate(previous, occasion.now());
        Instant createdAt = previous == null ? at : previous.createdAt();
        String id = id(occasion.task().scope(), finding);
        var report = new Asff.Report(createdAt, at, previous == null, !finding.isSuppressed());
        ObjectNode document = document(occasion, finding, id, report);
        return new HubReport(
                HubReport.Kind.FINDING,
                finding.check(),
                id,
                finding.taskId(),
                createdAt,
                at,
                report.isActive(),
                document);
    }

    /** The Id in the hub: account, resource type, resource, check and reason. */
    public static String id(AccountRegion scope, AuditFinding finding) {
        ResourceIdentifier resource = finding.resource().identifier();
        return String.join(
                "/",
                scope.account().value(),
                resource.type().name(),
                String.join("/", shown(resource).values()),
                finding.check().value(),
                finding.code().value());
    }

    /** What the ids of all findings on a resource begin with, whatever the check and, of a policy, the version. */
    public static String idPrefix(AccountRegion scope, ResourceType type, String name) {
        return String.join("/", scope.account().value(), type.name(), name, "");
    }

    private ObjectNode document(CheckReport.Occasion occasion, AuditFinding finding, String id, Asff.Report report) {
        AuditTask task = occasion.task();
        CheckDescription check = occasion.check();
        ResourceIdentifier resource = finding.resource().identifier();
        String auditor = task.trigger() instanceof AuditTrigger.Change ? "Continuous audit" : "Audit task " + task.id();
        String description = auditor + " found " + resource.type() + " "
                + String.join(":", shown(resource).values()) + " non-compliant with "
                + check.name() + ". Reason: " + finding.reason();
        var text = new Asff.Text(
                id, finding.id(), check.name() + ": " + finding.code(), description, consoleUrl + path(resource));
        ObjectNode document = Asff.document(task.scope(), check, text, report);
        Asff.setProductFields(document, productFields(task, finding));
        setResource(document, task.scope(), resource);
        return document;
    }

    /** Deviation: what else is known of the resource, such as the request that shows a fault, is told to the hub too. */
    private static Map<String, String> productFields(AuditTask task, AuditFinding finding) {
        ResourceIdentifier resource = finding.resource().identifier();
        var fields = new LinkedHashMap<String, String>();
        fields.put("ReportType", "AuditFinding");
        fields.put("CheckName", finding.check().value());
        fields.put("TaskId", task.id());
        fields.put("TaskType", task.trigger().taskType().name());
        fields.put("TaskStartTime", String.valueOf(task.startedAt().toEpochMilli()));
        if (task.trigger() instanceof AuditTrigger.Scheduled scheduled) {
            fields.put("ScheduledAuditName", scheduled.scheduleName());
        }
        fields.put("FindingId", finding.id());
        fields.put("ReasonForNonComplianceCode", finding.code().value());
        fields.put("ResourceType", resource.type().name());
        shown(resource).forEach((name, value) -> fields.put(capitalised(name), value));
        fields.put("IsSuppressed", String.valueOf(finding.isSuppressed()));
        fields.putAll(new TreeMap<>(finding.resource().additionalInfo()));
        return fields;
    }

    private static void setResource(ObjectNode document, AccountRegion scope, ResourceIdentifier resource) {
        ObjectNode node = document.putArray("Resources")
                .addObject()
                .put("Type", resource.type().hubType())
                .put("Id", shown(resource).firstEntry().getValue())
                .put("Partition", scope.region().partition())
                .put("Region", scope.region().value());
        Map<String, String> details = details(scope, resource);
        if (!details.isEmpty()) {
            ObjectNode other = node.putObject("Details").putObject("Other");
            new TreeMap<>(details).forEach(other::put);
        }
    }

    private static Map<String, String> details(AccountRegion scope, ResourceIdentifier resource) {
        return switch (resource) {
            case ResourceIdentifier.PolicyVersion policy -> Map.of("PolicyVersionId", policy.versionId());
            case ResourceIdentifier.DeviceCertificate(String id) ->
                Map.of("CertificateArn", scope.arn("iot", "cert/" + id).toString());
            case ResourceIdentifier.IssuerCertificate issuer ->
                Map.of("IssuerId", issuer.issuerId(), "SerialNumber", issuer.serialNumber());
            case ResourceIdentifier.CaCertificate _,
                    ResourceIdentifier.CognitoIdentityPool _,
                    ResourceIdentifier.ClientId _,
                    ResourceIdentifier.AccountSettings _,
                    ResourceIdentifier.RoleAlias _,
                    ResourceIdentifier.IamRole _ -> Map.of();
        };
    }

    /** The members as findings name them, which have no place for a client id of blanks or an endless subject. */
    private static SequencedMap<String, String> shown(ResourceIdentifier resource) {
        SequencedMap<String, String> members = resource.members();
        members.replaceAll((_, value) -> value.isBlank() ? UriPath.segment(value) : shortened(value));
        return members;
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_MEMBER ? value : value.substring(0, LONGEST_MEMBER - 1) + "…";
    }

    private static String path(ResourceIdentifier resource) {
        return switch (resource) {
            case ResourceIdentifier.PolicyVersion policy -> "/iot/policies/" + policy.policyName();
            case ResourceIdentifier.DeviceCertificate(String id) -> "/iot/certificates/" + id;
            case ResourceIdentifier.CaCertificate(String id) -> "/iot/ca-certificates/" + id;
            case ResourceIdentifier.CognitoIdentityPool(String id) -> "/iot/identity-pools/" + id;
            case ResourceIdentifier.ClientId(String id) -> "/iot/connections/" + UriPath.segment(id);
            case ResourceIdentifier.AccountSettings _ -> "/iot/settings";
            case ResourceIdentifier.RoleAlias(String arn) -> "/iot/role-aliases/" + arn;
            case ResourceIdentifier.IamRole(String arn) -> "/iot/roles/" + arn;
            case ResourceIdentifier.IssuerCertificate issuer -> "/iot/issuers/" + issuer.issuerId();
        };
    }

    private static String capitalised(String member) {
        return Character.toUpperCase(member.charAt(0)) + member.substring(1);
    }
}
