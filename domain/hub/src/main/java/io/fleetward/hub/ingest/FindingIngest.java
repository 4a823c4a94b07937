// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.kernel.Region;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Decides what becomes of a finding that a provider sends: creates it, lets it replace the provider's part of the
 * stored one, or ignores it as old news.
 *
 * <p>Pure; the only place that sets the hub's own fields (hub, sections on create or update, field ownership, state
 * machine). Sending the same finding twice is the same as sending it once.
 *
 * @param region the region of this hub
 * @param provider the product that sends
 * @param now the time of processing
 */
public record FindingIngest(Region region, Provider provider, Instant now) {
    /** Fields of the customer that a provider may state only for a new finding. */
    private static final List<String> CUSTOMER_FIELDS =
            List.of("Note", "UserDefinedFields", "VerificationState", "Workflow", "WorkflowState");

    /**
     * The change that this finding causes.
     *
     * @param stored the finding with the same key, or null
     * @param sent an admitted document; it becomes part of the result
     */
    public HubChange apply(@Nullable StoredFinding stored, ObjectNode sent) {
        if (stored == null) {
            return new HubChange.Created(create(sent));
        }
        if (!time(sent).isAfter(stored.finding().updatedAt())) {
            return new HubChange.Ignored(stored);
        }
        return new HubChange.Updated(stored, update(stored, sent));
    }

    /** What an update does to a workflow status that the finding would have if nothing suppressed it. */
    public WorkflowStatus workflow(WorkflowStatus status, Finding before, Finding after) {
        return new WorkflowRule(provider.resolvesPassed()).onUpdate(status, before, after.document());
    }

    private StoredFinding create(ObjectNode sent) {
        SharedFields.onCreate(sent);
        setHubFields(sent, region.value());
        setDefaults(sent);
        var workflow = new WorkflowRule(provider.resolvesPassed());
        sent.putObject("Workflow").put("Status", workflow.onCreate(sent).name());
        return new StoredFinding(new Finding(sent), Set.of(), 1);
    }

    private StoredFinding update(StoredFinding stored, ObjectNode sent) {
        ObjectNode old = stored.finding().document();
        SharedFields.onUpdate(sent, old, stored.customerTouched());
        keepCustomerFields(sent, old);
        setHubFields(sent, old.path("Region").stringValue());
        setDefaults(sent);
        var workflow = new WorkflowRule(provider.resolvesPassed());
        sent.putObject("Workflow")
                .put(
                        "Status",
                        workflow.onUpdate(stored.finding().workflowStatus(), stored.finding(), sent)
                                .name());
        return stored.changed(new Finding(sent), stored.customerTouched());
    }

    private static void keepCustomerFields(ObjectNode sent, ObjectNode old) {
        for (String field : CUSTOMER_FIELDS) {
            JsonNode kept = old.get(field);
            if (kept == null) {
                sent.remove(field);
            } else {
                sent.set(field, kept.deepCopy());
            }
        }
    }

    private static void setDefaults(ObjectNode sent) {
        if (!sent.has("WorkflowState")) {
            sent.put("WorkflowState", "NEW");
        }
        if (!sent.has("RecordState")) {
            sent.put("RecordState", RecordState.ACTIVE.name());
        }
    }

    private void setHubFields(ObjectNode sent, String firstRegion) {
        String productName = name(sent, "ProductName", provider.productName());
        String companyName = name(sent, "CompanyName", provider.companyName());
        sent.put("ProductName", productName);
        sent.put("CompanyName", companyName);
        sent.put("Region", firstRegion);
        sent.put("ProcessedAt", FindingTime.format(now));
        sent.remove("AwsAccountName");
        ObjectNode fields =
                sent.path("ProductFields") instanceof ObjectNode own ? own : sent.putObject("ProductFields");
        String id =
                sent.path("ProductArn").stringValue() + "/" + sent.path("Id").stringValue();
        fields.put(AsffSchema.FINDING_ID_FIELD, id);
        fields.put(AsffSchema.PRODUCT_NAME_FIELD, productName);
        fields.put(AsffSchema.COMPANY_NAME_FIELD, companyName);
    }

    private String name(ObjectNode sent, String field, String byDefault) {
        return provider.namesItself() ? sent.path(field).stringValue(byDefault) : byDefault;
    }

    private static Instant time(ObjectNode sent) {
        return new Finding(sent).updatedAt();
    }
}
