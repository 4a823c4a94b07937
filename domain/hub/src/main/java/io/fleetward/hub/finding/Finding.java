// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A security finding: one JSON document in the AWS Security Finding Format, read through typed accessors.
 *
 * <p>The document is complete and valid, as the ingest step left it. It is shared, not copied: whoever holds a finding
 * reads its document and changes only a {@link #copy()}. So its key and its text are made once. Thread-safe.
 */
public final class Finding {
    private final ObjectNode document;
    private volatile @Nullable FindingKey key;
    private volatile @Nullable String text;

    public Finding(ObjectNode document) {
        this.document = document;
    }

    public ObjectNode document() {
        return document;
    }

    public String id() {
        return required("Id");
    }

    public String productArn() {
        return required("ProductArn");
    }

    /** What identifies the finding in its account and region. */
    public FindingKey key() {
        FindingKey known = key;
        if (known == null) {
            known = new FindingKey(productArn(), id());
            key = known;
        }
        return known;
    }

    /** When the provider last changed its statement; decides which of two imports is the later one. */
    public Instant updatedAt() {
        return requiredTime("UpdatedAt");
    }

    /** When the hub last accepted an import of this finding. */
    public Instant processedAt() {
        return requiredTime("ProcessedAt");
    }

    public RecordState recordState() {
        return RecordState.valueOf(required("RecordState"));
    }

    public WorkflowStatus workflowStatus() {
        return WorkflowStatus.valueOf(document.path("Workflow").path("Status").stringValue());
    }

    public SeverityLabel severityLabel() {
        return SeverityLabel.valueOf(document.path("Severity").path("Label").stringValue());
    }

    /** {@code Compliance.Status}, or null for a finding that judges no requirement. */
    public @Nullable String complianceStatus() {
        return document.path("Compliance").path("Status").stringValue(null);
    }

    /** The Ids of the resources concerned, in the document's order. */
    public List<String> resourceIds() {
        var ids = new ArrayList<String>();
        for (JsonNode resource : document.path("Resources")) {
            ids.add(resource.path("Id").stringValue());
        }
        return ids;
    }

    /** A document of one's own to change. */
    public ObjectNode copy() {
        return document.deepCopy();
    }

    /** The document as JSON text. */
    @Override
    public String toString() {
        String known = text;
        if (known == null) {
            known = document.toString();
            text = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Finding finding && document.equals(finding.document);
    }

    @Override
    public int hashCode() {
        return document.hashCode();
    }

    private String required(String field) {
        return document.path(field).stringValue();
    }

    private Instant requiredTime(String field) {
        Instant time = FindingTime.parse(required(field));
        if (time == null) {
            throw new IllegalStateException("finding " + id() + " holds no timestamp in " + field);
        }
        return time;
    }
}
