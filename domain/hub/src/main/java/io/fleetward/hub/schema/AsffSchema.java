// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import static io.fleetward.hub.schema.ObjectShape.object;
import static io.fleetward.hub.schema.Shapes.decimal;
import static io.fleetward.hub.schema.Shapes.flag;
import static io.fleetward.hub.schema.Shapes.list;
import static io.fleetward.hub.schema.Shapes.map;
import static io.fleetward.hub.schema.Shapes.matching;
import static io.fleetward.hub.schema.Shapes.oneOf;
import static io.fleetward.hub.schema.Shapes.text;
import static io.fleetward.hub.schema.Shapes.time;
import static io.fleetward.hub.schema.Shapes.uri;
import static io.fleetward.hub.schema.Shapes.whole;

import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.finding.WorkflowStatus;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The AWS Security Finding Format: which members a finding has and what they may hold.
 *
 * <p>Immutable. Whoever wants to know a limit finds it here (hub, top-level fields); what has several members of its
 * own stands in {@link AsffResource}, {@link AsffAction}, {@link AsffVulnerability} and {@link AsffEvidence}.
 */
public final class AsffSchema {
    /** The version of the format that findings must state. */
    public static final String VERSION = "2018-10-08";

    /** Members of {@code ProductFields} that the hub writes itself; a finding sent back to the hub may hold them. */
    public static final String FINDING_ID_FIELD = "aws/securityhub/FindingId";

    public static final String PRODUCT_NAME_FIELD = "aws/securityhub/ProductName";
    public static final String COMPANY_NAME_FIELD = "aws/securityhub/CompanyName";

    private static final String DESCRIPTION = "Description";
    private static final int MAX_DESCRIPTION = 1024;
    private static final String CUT_MARK = "(truncated)";

    static final Shape TYPES = list(matching(1, Integer.MAX_VALUE, "^([^/]+)(/[^/]+){0,2}$"), 0, 50);
    static final Shape PERCENT = whole(0, 100);
    static final Shape RELATED_FINDINGS =
            list(object().must("ProductArn", text(2048)).must("Id", text(512)), 1, 10);
    static final Shape USER_DEFINED_FIELDS = map(text(1024), 50, 128);
    static final Shape VERIFICATION_STATE = oneOf("UNKNOWN", "TRUE_POSITIVE", "FALSE_POSITIVE", "BENIGN_POSITIVE");
    static final Shape LABEL = oneOf(SeverityLabel.class);
    static final Shape WORKFLOW_STATUS = oneOf(WorkflowStatus.class);

    private static final Shape PRODUCT_FIELDS =
            new MapShape(text(2048), 50, 128, Set.of(FINDING_ID_FIELD, PRODUCT_NAME_FIELD, COMPANY_NAME_FIELD));

    private static final Shape SEVERITY = object().with("Product", decimal())
            .with("Label", LABEL)
            .with("Normalized", PERCENT)
            .with("Original", text(64))
            .wanting("Label", "Normalized");

    private static final Shape PROVIDER_FIELDS = object().with("Confidence", PERCENT)
            .with("Criticality", PERCENT)
            .with("RelatedFindings", RELATED_FINDINGS)
            .with("Severity", object().with("Label", LABEL).with("Original", text(64)))
            .with("Types", TYPES);

    private static final Shape COMPLIANCE = object().with(
                    "Status", oneOf("PASSED", "WARNING", "FAILED", "NOT_AVAILABLE"))
            .with("RelatedRequirements", list(text(64), 0, 32))
            .with("StatusReasons", list(object().must("ReasonCode", text()).with("Description", text()), 0, 5))
            .with("SecurityControlId", text())
            .with("AssociatedStandards", list(object().with("StandardsId", text()), 0, 20))
            .with(
                    "SecurityControlParameters",
                    list(object().with("Name", text()).with("Value", list(text()))));

    private static final Shape NOTE =
            object().must("Text", text(512)).must("UpdatedBy", text(512)).must("UpdatedAt", time());

    private static final Shape RECOMMENDATION =
            object().with("Text", text(512)).with("Url", uri()).wanting("Text", "Url");

    private static final ObjectShape FINDING = object().must("SchemaVersion", oneOf(VERSION))
            .must("Id", text(512))
            .must("ProductArn", matching(12, 2048, "^arn:[^:]+:securityhub:[^:]*:[^:]*:product/[^/]+/[^/]+$"))
            .with("ProductName", text(128))
            .with("CompanyName", text(128))
            .with("Region", text(16))
            .must("GeneratorId", text(512))
            .must("AwsAccountId", matching(12, 12, "^[0-9]{12}$"))
            .with("AwsAccountName", text(50))
            .with("Types", TYPES)
            .with("FirstObservedAt", time())
            .with("LastObservedAt", time())
            .must("CreatedAt", time())
            .must("UpdatedAt", time())
            .with("ProcessedAt", time())
            .with("Severity", SEVERITY)
            .with("Confidence", PERCENT)
            .with("Criticality", PERCENT)
            .must("Title", text(256))
            .must(DESCRIPTION, text(MAX_DESCRIPTION))
            .with("Remediation", object().with("Recommendation", RECOMMENDATION))
            .with("SourceUrl", uri())
            .with("ProductFields", PRODUCT_FIELDS)
            .with("UserDefinedFields", USER_DEFINED_FIELDS)
            .with("Malware", AsffEvidence.MALWARE)
            .with("Network", AsffEvidence.NETWORK)
            .with("NetworkPath", AsffEvidence.NETWORK_PATH)
            .with("Process", AsffEvidence.PROCESS)
            .with("Threats", AsffEvidence.THREATS)
            .with("ThreatIntelIndicators", AsffEvidence.THREAT_INTEL_INDICATORS)
            .must("Resources", list(AsffResource.RESOURCE, 1, 32))
            .with("Compliance", COMPLIANCE)
            .with("VerificationState", VERIFICATION_STATE)
            .with("WorkflowState", oneOf("NEW", "ASSIGNED", "IN_PROGRESS", "DEFERRED", "RESOLVED"))
            .with("Workflow", object().with("Status", WORKFLOW_STATUS))
            .with("RecordState", oneOf(RecordState.class))
            .with("RelatedFindings", RELATED_FINDINGS)
            .with("Note", NOTE)
            .with("Vulnerabilities", list(AsffVulnerability.VULNERABILITY))
            .with("PatchSummary", AsffEvidence.PATCH_SUMMARY)
            .with("Action", AsffAction.ACTION)
            .with("FindingProviderFields", PROVIDER_FIELDS)
            .with("Sample", flag())
            .with("GeneratorDetails", AsffEvidence.GENERATOR_DETAILS)
            .with("Detection", AsffAction.DETECTION);

    private AsffSchema() {}

    /** Checks a finding as a provider sent it. */
    public static SchemaResult read(ObjectNode finding) {
        Place top = Place.top();
        JsonNode normal = FINDING.read(finding, top);
        checkSeverityAndTypes(normal, top);
        return SchemaResult.of(normal, top);
    }

    /**
     * Makes a finding fit: cuts what is too long or too much, writes numbers as texts and the reverse where the other is
     * wanted, leaves out blanks (hub, size and truncation). What is wrong otherwise stays wrong.
     */
    public static FittedFinding fit(ObjectNode finding) {
        Place top = Place.top();
        ObjectNode marked = finding;
        String description = finding.path(DESCRIPTION).stringValue("");
        if (description.codePointCount(0, description.length()) > MAX_DESCRIPTION) {
            int end = description.offsetByCodePoints(0, MAX_DESCRIPTION - CUT_MARK.length());
            marked = finding.deepCopy().put(DESCRIPTION, description.substring(0, end) + CUT_MARK);
            top.member(DESCRIPTION).note("was cut to " + MAX_DESCRIPTION + " characters");
        }
        return new FittedFinding((ObjectNode) FINDING.fit(marked, top), top.problems());
    }

    /** Severity and types may stand at the top or among the provider's fields; a severity must be known in the end. */
    private static void checkSeverityAndTypes(JsonNode finding, Place top) {
        JsonNode stated = finding.path("FindingProviderFields");
        boolean complete = finding.has("Severity") && finding.has("Types");
        if (!complete && stated.isMissingNode()) {
            top.refuse("should have required property 'FindingProviderFields'");
            top.refuse("should match some schema in anyOf");
        } else if (!finding.has("Severity") && !stated.has("Severity")) {
            top.member("FindingProviderFields").refuse("should have required property 'Severity'");
        } else if (!finding.has("Severity") && !stated.path("Severity").has("Label")) {
            top.member("FindingProviderFields").member("Severity").refuse("should have required property 'Label'");
        }
    }
}
