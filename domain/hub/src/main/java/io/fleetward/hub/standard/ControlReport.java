// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.RecordState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the hub was last told about a resource by a control: the document, and what the next one depends on.
 *
 * <p>The hub ignores an update that is not later than the one before, so that the next document's UpdatedAt is always
 * strictly later. The document is never changed once it is here.
 *
 * @param control the control's id
 * @param createdAt when it was told for the first time
 * @param updatedAt the UpdatedAt of the document, whole milliseconds
 */
public record ControlReport(
        String control, String resource, Instant createdAt, Instant updatedAt, ObjectNode document) {
    /** The Id of the finding in the hub. */
    public String findingId() {
        return document.path("Id").stringValue();
    }

    /** The document that withdraws what was told. */
    public ObjectNode withdrawal(Instant now) {
        ObjectNode withdrawn = document.deepCopy();
        withdrawn.put("UpdatedAt", FindingTime.format(nextUpdate(this, now)));
        withdrawn.put("RecordState", RecordState.ARCHIVED.name());
        return withdrawn;
    }

    /** When the next document may be dated: now, or a millisecond after the previous one. */
    static Instant nextUpdate(@Nullable ControlReport previous, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return previous == null || at.isAfter(previous.updatedAt())
                ? at
                : previous.updatedAt().plusMillis(1);
    }
}
