// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.hub.ImportOrder.Coverage;
import io.fleetward.hub.finding.FindingKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import of findings from elsewhere, under way or over. Immutable.
 *
 * @param id the empty text for a rehearsal
 * @param importedBy the ARN of the caller
 * @param endedAt null while it is under way, and for ever when the process died meanwhile
 * @param undoneAt null unless it was undone
 * @param closed what it was to close; null for nothing
 * @param notClosed why it closed nothing although it was to; null if it did
 * @param failures the first of the findings that were not imported
 * @param warnings the first of what it cost to make findings fit
 */
public record FindingImportRun(
        String id,
        String format,
        String importedBy,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Instant undoneAt,
        @Nullable Coverage closed,
        @Nullable String notClosed,
        ImportCounts counts,
        List<ImportReport.Failure> failures,
        List<String> warnings) {
    /** How many failures, and how many warnings, are kept. */
    public static final int KEPT = 100;

    public FindingImportRun {
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    FindingImportRun undone(Instant at) {
        return new FindingImportRun(
                id, format, importedBy, startedAt, endedAt, at, closed, notClosed, counts, failures, warnings);
    }

    /** What a run did that can be undone. The constants' names are stored. */
    public enum Effect {
        CREATED,
        CLOSED
    }

    /**
     * A finding that a run created or closed.
     *
     * @param revision the revision that the run left behind; another one tells that the finding has changed since
     */
    public record Entry(FindingKey key, Effect effect, long revision) {}
}
