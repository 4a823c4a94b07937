// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.suppression;

import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.finding.WorkflowStatus;
import io.fleetward.hub.ingest.FindingEdit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * What suppressions make of one finding. Immutable.
 *
 * @param after the finding in its other state; null when it stays as it is
 * @param by the id of the suppression that changes it; null when it stays as it is
 * @param noted what is new to be remembered about the finding
 */
public record SuppressionOutcome(
        @Nullable StoredFinding after, @Nullable String by, List<SuppressedFinding> noted) {
    public SuppressionOutcome {
        noted = List.copyOf(noted);
    }

    /**
     * Suppresses the finding.
     *
     * @param about the ids of the suppressions in force that are about it
     * @param held what is remembered about it
     */
    public static SuppressionOutcome suppress(
            StoredFinding finding, List<String> about, List<SuppressedFinding> held, Instant now) {
        List<SuppressedFinding> holding =
                held.stream().filter(hold -> !hold.isOverruled()).toList();
        WorkflowStatus status = finding.finding().workflowStatus();
        // A status that something else has set meanwhile is what the finding goes back to.
        WorkflowStatus former = status == WorkflowStatus.SUPPRESSED && !holding.isEmpty()
                ? holding.getFirst().former()
                : status;
        var noted = new ArrayList<SuppressedFinding>();
        holding.stream().filter(hold -> hold.former() != former).forEach(hold -> noted.add(hold.withFormer(former)));
        String by = null;
        for (String id : about) {
            SuppressedFinding known = held.stream()
                    .filter(hold -> hold.suppressionId().equals(id))
                    .findFirst()
                    .orElse(null);
            if (known == null) {
                noted.add(new SuppressedFinding(finding.key(), id, former, false));
            }
            if (by == null && (known == null || !known.isOverruled())) {
                by = id;
            }
        }
        StoredFinding after = by == null ? null : withStatus(finding, WorkflowStatus.SUPPRESSED, now);
        return new SuppressionOutcome(after, after == null ? null : by, noted);
    }

    /**
     * Gives the finding its former status back.
     *
     * @param released that the suppression which ends had taken hold of it
     * @param others what else is remembered about it
     */
    public static SuppressionOutcome release(
            StoredFinding finding, SuppressedFinding released, List<SuppressedFinding> others, Instant now) {
        boolean isFree = !released.isOverruled()
                && others.stream().allMatch(SuppressedFinding::isOverruled)
                && finding.finding().workflowStatus() == WorkflowStatus.SUPPRESSED;
        StoredFinding after = isFree ? withStatus(finding, released.former(), now) : null;
        return new SuppressionOutcome(after, after == null ? null : released.suppressionId(), List.of());
    }

    private static @Nullable StoredFinding withStatus(StoredFinding finding, WorkflowStatus status, Instant now) {
        var values = JsonNodeFactory.instance.objectNode();
        values.putObject("Workflow").put("Status", status.name());
        return new FindingEdit(values).applyIfNew(finding, now);
    }
}
