// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.finding;

import io.fleetward.audit.CheckName;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the hub was last told about one fault or one check: the document, and what the next one depends on.
 *
 * <p>The hub ignores an update that is not later than the one before, so that the next document's UpdatedAt is always
 * strictly later. The document is never changed once it is here.
 *
 * @param id the finding's Id in the hub
 * @param taskId the audit task that reported it last
 * @param createdAt when it was reported for the first time
 * @param updatedAt the UpdatedAt of the document, whole milliseconds
 */
public record HubReport(
        Kind kind,
        CheckName check,
        String id,
        String taskId,
        Instant createdAt,
        Instant updatedAt,
        boolean isActive,
        ObjectNode document) {
    /** What a report is about. */
    public enum Kind {
        /** A fault of one resource. */
        FINDING,
        /** The outcome of a check as a whole. */
        SUMMARY
    }

    /** The same report withdrawn, because the fault is gone. */
    public HubReport archived(Instant now) {
        Instant at = nextUpdate(this, now);
        ObjectNode archived = document.deepCopy();
        Asff.setUpdate(archived, at, false);
        return new HubReport(kind, check, id, taskId, createdAt, at, false, archived);
    }

    /** When the next report with this Id may be dated: now, or a millisecond after the previous one. */
    static Instant nextUpdate(@Nullable HubReport previous, Instant now) {
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        return previous == null || at.isAfter(previous.updatedAt())
                ? at
                : previous.updatedAt().plusMillis(1);
    }
}
