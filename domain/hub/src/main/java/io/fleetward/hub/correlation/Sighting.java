// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.FindingTime;
import io.fleetward.hub.finding.RecordState;
import io.fleetward.hub.finding.WorkflowStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A finding that was seen to pass the filters of a part. Immutable.
 *
 * @param part the number of the part, from 0
 * @param since when what it tells of began, by its provider's word
 * @param seen when that was last observed
 * @param isLive whether it lasted when it was last written
 */
public record Sighting(int part, FindingKey finding, Instant since, Instant seen, boolean isLive) {
    /** What lasts first, then the newest; the same order everywhere. */
    static final Comparator<Sighting> BEST_FIRST = Comparator.comparing(Sighting::isLive)
            .thenComparing(Sighting::seen)
            .reversed()
            .thenComparing(sighting -> sighting.finding().productArn())
            .thenComparing(sighting -> sighting.finding().id());

    static Sighting of(int part, Finding finding) {
        Instant seen = Objects.requireNonNullElseGet(time(finding, "LastObservedAt"), finding::updatedAt);
        Instant first = time(finding, "FirstObservedAt");
        Instant since = Objects.requireNonNullElse(first == null ? time(finding, "CreatedAt") : first, seen);
        return new Sighting(part, finding.key(), since.isAfter(seen) ? seen : since, seen, lasts(finding));
    }

    /** Whether what the finding tells of lasts, by the word of provider and customer. */
    static boolean lasts(Finding finding) {
        WorkflowStatus status = finding.workflowStatus();
        return finding.recordState() == RecordState.ACTIVE
                && status != WorkflowStatus.RESOLVED
                && status != WorkflowStatus.SUPPRESSED;
    }

    Sighting ended() {
        return new Sighting(part, finding, since, seen, false);
    }

    private static @Nullable Instant time(Finding finding, String member) {
        String text = finding.document().path(member).stringValue(null);
        return text == null ? null : FindingTime.parse(text);
    }
}
