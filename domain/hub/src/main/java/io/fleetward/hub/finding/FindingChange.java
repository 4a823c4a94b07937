// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line in the history of a finding: who changed which fields when.
 *
 * @param revision the revision of the finding that this change produced
 * @param created whether this change created the finding; it then lists no updates
 */
public record FindingChange(
        FindingKey key, long revision, Instant at, boolean created, Source source, List<FieldUpdate> updates) {
    public FindingChange {
        updates = List.copyOf(updates);
    }

    /** The call behind a change. The constants' names are the wire names. */
    public enum Call {
        BATCH_IMPORT_FINDINGS,
        BATCH_UPDATE_FINDINGS
    }

    /**
     * Where a change came from.
     *
     * @param identity the ARN of the caller, or of the product for findings of the platform itself
     */
    public record Source(Call call, String identity) {}

    /**
     * One changed field.
     *
     * @param field the dotted path, such as {@code Severity.Label}
     * @param oldValue null when the field is new; lists and maps as JSON text
     * @param newValue null when the field is gone
     */
    public record FieldUpdate(
            String field,
            @Nullable String oldValue,
            @Nullable String newValue) {}
}
