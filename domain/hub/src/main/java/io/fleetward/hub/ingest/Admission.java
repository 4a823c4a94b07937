// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.ingest;

import io.fleetward.hub.schema.AsffSchema;
import io.fleetward.hub.schema.SchemaResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a document is let in: it must be a finding, and small enough. */
public sealed interface Admission {
    /** The document is a finding; it is in normal form and the caller's own to change. */
    record Admitted(ObjectNode document) implements Admission {}

    /** The document is no finding; the reason is a sentence for its sender. */
    record Refused(String reason) implements Admission {}

    /** Checks what a provider sent. */
    static Admission of(ObjectNode sent) {
        return switch (AsffSchema.read(sent)) {
            case SchemaResult.Invalid invalid ->
                new Refused("Finding does not adhere to Amazon Finding Format. " + invalid.text() + ".");
            case SchemaResult.Valid valid -> sized(valid.document());
        };
    }

    private static Admission sized(ObjectNode document) {
        if (FindingSize.fits(document)) {
            return new Admitted(document);
        }
        for (JsonNode resource : document.path("Resources")) {
            ((ObjectNode) resource).remove("Details");
        }
        return FindingSize.fits(document)
                ? new Admitted(document)
                : new Refused("Finding size exceeded " + FindingSize.MAX_KILOBYTES + " KB.");
    }
}
