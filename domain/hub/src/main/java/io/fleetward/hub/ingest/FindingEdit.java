// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.SeverityLabel;
import io.fleetward.hub.finding.SharedField;
import io.fleetward.hub.finding.StoredFinding;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * New values that a customer gives to fields of findings.
 *
 * <p>Pure. Leaves UpdatedAt alone, which belongs to the provider (hub, BatchUpdateFindings and history).
 *
 * @param values a piece of a finding that the edit schema accepts
 */
public record FindingEdit(ObjectNode values) {
    private static final String SEVERITY = "Severity";
    private static final String NOTE = "Note";
    private static final String RECORD_STATE = "RecordState";
    private static final String LABEL = "Label";
    private static final String NORMALIZED = "Normalized";

    /** The finding with the new values, or null when it would become too large. */
    public @Nullable StoredFinding apply(StoredFinding stored, Instant now) {
        ObjectNode document = stored.finding().copy();
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            switch (value.getKey()) {
                case SEVERITY -> editSeverity(document, value.getValue());
                case NOTE -> document.set(NOTE, note(value.getValue(), now));
                case RECORD_STATE -> editRecordState(document, value.getValue(), now);
                default -> document.set(value.getKey(), value.getValue().deepCopy());
            }
        }
        if (!FindingSize.fits(document)) {
            return null;
        }
        var touched = EnumSet.noneOf(SharedField.class);
        touched.addAll(stored.customerTouched());
        for (SharedField field : SharedField.values()) {
            if (values.has(field.wireName())) {
                touched.add(field);
            }
        }
        return stored.changed(new Finding(document), touched);
    }

    /** The same, but null as well when the finding has all of the values and knows them as a customer's. */
    public @Nullable StoredFinding applyIfNew(StoredFinding stored, Instant now) {
        return isHeldBy(stored) ? null : apply(stored, now);
    }

    private boolean isHeldBy(StoredFinding stored) {
        ObjectNode document = stored.finding().document();
        for (Map.Entry<String, JsonNode> value : values.properties()) {
            if (!holds(document, value.getKey(), value.getValue())) {
                return false;
            }
        }
        return Stream.of(SharedField.values())
                .filter(field -> values.has(field.wireName()))
                .allMatch(stored.customerTouched()::contains);
    }

    /** Who last wrote a note, and what, is its value; when is not. */
    private static boolean holds(ObjectNode document, String name, JsonNode value) {
        JsonNode current = document.path(name);
        return switch (name) {
            case SEVERITY -> {
                ObjectNode edited = JsonNodeFactory.instance.objectNode();
                edited.set(SEVERITY, current.deepCopy());
                editSeverity(edited, value);
                yield edited.path(SEVERITY).equals(current);
            }
            case NOTE ->
                value.properties().stream().allMatch(member -> member.getValue().equals(current.get(member.getKey())));
            default -> value.equals(current);
        };
    }

    private static ObjectNode note(JsonNode value, Instant now) {
        return ((ObjectNode) value.deepCopy()).put("UpdatedAt", FindingTime.format(now));
    }

    /** A finding is kept for as long as its new state says, from now on. */
    private static void editRecordState(ObjectNode document, JsonNode value, Instant now) {
        if (!value.equals(document.get(RECORD_STATE))) {
            document.set(RECORD_STATE, value);
            document.put("ProcessedAt", FindingTime.format(now));
        }
    }

    /** The provider's own name for the severity stays; label and number follow each other when only one is given. */
    private static void editSeverity(ObjectNode document, JsonNode value) {
        ObjectNode severity = (ObjectNode) document.path(SEVERITY);
        severity.setAll((ObjectNode) value.deepCopy());
        if (value.has(LABEL) && !value.has(NORMALIZED)) {
            SeverityLabel label = SeverityLabel.valueOf(value.path(LABEL).stringValue());
            severity.put(NORMALIZED, label.normalized());
        } else if (value.has(NORMALIZED) && !value.has(LABEL)) {
            SeverityLabel label = SeverityLabel.of(value.path(NORMALIZED).intValue());
            severity.put(LABEL, label.name());
        }
    }
}
