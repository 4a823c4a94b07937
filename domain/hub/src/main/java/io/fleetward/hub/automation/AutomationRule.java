// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.automation;

import io.fleetward.hub.ingest.FindingEdit;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;

/**
 * A rule that gives new values to findings that meet its criteria. Immutable (hub, automation rules).
 *
 * @param id a UUID, the last part of the rule's ARN
 * @param order 1 to 1000, the lowest first
 * @param isTerminal whether later rules leave alone what this one has matched
 * @param createdBy the ARN of whoever created it
 */
public record AutomationRule(
        String id,
        String name,
        String description,
        int order,
        boolean isEnabled,
        boolean isTerminal,
        RuleCriteria criteria,
        FindingEdit action,
        Instant createdAt,
        Instant updatedAt,
        String createdBy,
        Map<String, String> tags) {
    /** The order in which rules apply: of two with the same number the one that was left alone for longer. */
    public static final Comparator<AutomationRule> IN_ORDER = Comparator.comparingInt(AutomationRule::order)
            .thenComparing(AutomationRule::updatedAt)
            .thenComparing(AutomationRule::id);

    public AutomationRule {
        tags = Map.copyOf(tags);
    }

    /** The same rule with other tags. */
    public AutomationRule withTags(Map<String, String> others) {
        return new AutomationRule(
                id,
                name,
                description,
                order,
                isEnabled,
                isTerminal,
                criteria,
                action,
                createdAt,
                updatedAt,
                createdBy,
                others);
    }
}
