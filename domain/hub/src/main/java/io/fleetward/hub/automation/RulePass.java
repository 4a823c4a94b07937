// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.automation;

import io.fleetward.hub.filter.FindingFilter;
import io.fleetward.hub.finding.StoredFinding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Rules at one moment. Immutable.
 *
 * <p>Each rule looks at the finding as the rules before it have left it, so that for one field the last one counts; a
 * terminal rule that matches is the last (hub, automation rules).
 */
public final class RulePass {
    private final List<Active> rules;
    private final Instant now;

    RulePass(List<Active> rules, Instant now) {
        this.rules = List.copyOf(rules);
        this.now = now;
    }

    /** A rule and what its criteria are at the moment. */
    record Active(AutomationRule rule, FindingFilter filter) {}

    /** One rule's change of a finding. */
    public record Step(String ruleId, StoredFinding before, StoredFinding after) {}

    /**
     * What the rules do to the finding, rule by rule; those whose values the finding has no room for are left out.
     *
     * <p>Deviation: so are rules that would change nothing but the date of a note.
     */
    public List<Step> apply(StoredFinding finding) {
        var steps = new ArrayList<Step>();
        StoredFinding current = finding;
        for (Active active : rules) {
            if (active.filter().matches(current.finding())) {
                StoredFinding after = active.rule().action().applyIfNew(current, now);
                if (after != null) {
                    steps.add(new Step(active.rule().id(), current, after));
                    current = after;
                }
                if (active.rule().isTerminal()) {
                    break;
                }
            }
        }
        return steps;
    }
}
