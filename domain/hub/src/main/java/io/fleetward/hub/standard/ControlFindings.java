// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.product.ProductArn;
import io.fleetward.kernel.AccountRegion;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the findings of one control for the hub (hub, standards and controls).
 *
 * <p>Immutable. A resource keeps its finding's Id for good, since the Id follows from control and resource.
 *
 * @param isPerStandard whether the findings belong to the standard, or to the control whatever the standard
 */
public record ControlFindings(
        AccountRegion scope, SecurityControl control, Standard standard, TagRequirement tags, boolean isPerStandard) {
    /** What follows {@code product/} in the ARN of the product that the findings come from. */
    public static final String PRODUCT = "aws/securityhub";

    private static final String TYPE = "Software and Configuration Checks/Industry and Regulatory Standards";

    /** What the findings of a control name as their origin, whatever the standard. */
    public static String generatorId(String controlId) {
        return "security-control/" + controlId;
    }

    /** What the findings of a control within a standard name as their origin. */
    public static String generatorId(Standard standard, String controlId) {
        return standard.path() + "/" + controlId;
    }

    /** The next report on the resource; the previous one, if any, was on the same finding. */
    public ControlReport report(ControlVerdict verdict, @Nullable ControlReport previous, Instant now) {
        Instant at = ControlReport.nextUpdate(previous, now);
        return written(verdict, previous == null ? at : previous.createdAt(), at);
    }

    /** Whether there is nothing to tell that the hub has not been told. */
    public boolean isToldBy(ControlReport previous, ControlVerdict verdict) {
        return written(verdict, previous.createdAt(), previous.updatedAt())
                .document()
                .equals(previous.document());
    }

    /** The Id of the finding on a resource. */
    public String findingId(String resource) {
        UUID unique = UUID.nameUUIDFromBytes((control.id() + " " + resource).getBytes(StandardCharsets.UTF_8));
        String parent = isPerStandard ? standard.subscriptionArn(scope) + "/" + control.id() : control.arn(scope);
        return parent + "/finding/" + unique;
    }

    private ControlReport written(ControlVerdict verdict, Instant createdAt, Instant updatedAt) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("SchemaVersion", "2018-10-08");
        document.put("Id", findingId(verdict.resource()));
        document.put("ProductArn", ProductArn.of(scope, PRODUCT));
        document.put("GeneratorId", isPerStandard ? generatorId(standard, control.id()) : generatorId(control.id()));
        document.put("AwsAccountId", scope.account().value());
        document.put("Region", scope.region().value());
        document.putArray("Types").add(TYPE);
        document.put("CreatedAt", FindingTime.format(createdAt));
        document.put("UpdatedAt", FindingTime.format(updatedAt));
        setSeverity(document.putObject("Severity"), verdict.status());
        document.put("Title", isPerStandard ? control.id() + " " + control.title() : control.title());
        document.put("Description", control.description());
        document.putObject("Remediation")
                .putObject("Recommendation")
                .put("Text", "How to correct this is described where the link points to.")
                .put("Url", control.remediationUrl());
        setProductFields(document.putObject("ProductFields"), verdict.resource());
        document.putArray("Resources")
                .addObject()
                .put("Type", control.basis().resourceType())
                .put("Id", verdict.resource())
                .put("Partition", scope.region().partition())
                .put("Region", scope.region().value());
        setCompliance(document.putObject("Compliance"), verdict.status());
        document.put("RecordState", RecordState.ACTIVE.name());
        return new ControlReport(control.id(), verdict.resource(), createdAt, updatedAt, document);
    }

    private void setSeverity(ObjectNode severity, ComplianceStatus status) {
        SeverityLabel label = status == ComplianceStatus.PASSED ? SeverityLabel.INFORMATIONAL : control.severity();
        severity.put("Label", label.name());
        severity.put("Normalized", label.normalized());
        severity.put("Original", label.name());
    }

    private void setProductFields(ObjectNode fields, String resource) {
        if (isPerStandard) {
            fields.put("StandardsArn", standard.arn(scope.region()));
            fields.put("StandardsSubscriptionArn", standard.subscriptionArn(scope));
            fields.put("ControlId", control.id());
            fields.put("StandardsControlArn", standard.controlArn(scope, control.id()));
        }
        fields.put("Resources:0/Id", resource);
    }

    private void setCompliance(ObjectNode compliance, ComplianceStatus status) {
        compliance.put("Status", status.name());
        compliance.put("SecurityControlId", control.id());
        compliance.putArray("AssociatedStandards").addObject().put("StandardsId", standard.id());
        if (control.demandsTags() && !tags.keys().isEmpty()) {
            ArrayNode keys = compliance
                    .putArray("SecurityControlParameters")
                    .addObject()
                    .put("Name", TagRequirement.PARAMETER)
                    .putArray("Value");
            tags.keys().forEach(keys::add);
        }
    }
}
