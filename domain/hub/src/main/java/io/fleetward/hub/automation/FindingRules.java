// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.automation;

import io.fleetward.hub.filter.FindingFilter;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rules of one account and region, compiled, in the order in which they apply. Immutable. */
public final class FindingRules {
    /** No rules at all. */
    public static final FindingRules NONE = new FindingRules(List.of());

    private final List<Compiled> rules;

    private FindingRules(List<Compiled> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Compiles those of the rules that are enabled. */
    public static FindingRules of(Collection<AutomationRule> rules) {
        return new FindingRules(rules.stream()
                .filter(AutomationRule::isEnabled)
                .sorted(AutomationRule.IN_ORDER)
                .map(Compiled::of)
                .toList());
    }

    /** The rules as they are at that moment, for any number of findings. */
    public RulePass at(Instant now) {
        return new RulePass(
                rules.stream()
                        .map(rule -> new RulePass.Active(rule.rule(), rule.filter(now)))
                        .toList(),
                now);
    }

    /** A rule and its filter, which is null as long as it depends on the time. */
    private record Compiled(AutomationRule rule, @Nullable FindingFilter fixed) {
        static Compiled of(AutomationRule rule) {
            RuleCriteria criteria = rule.criteria();
            return new Compiled(rule, criteria.isRelative() ? null : criteria.filter(Instant.EPOCH));
        }

        FindingFilter filter(Instant now) {
            return fixed == null ? rule.criteria().filter(now) : fixed;
        }
    }
}
