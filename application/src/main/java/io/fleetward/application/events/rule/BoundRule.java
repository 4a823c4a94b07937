// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A rule with its targets. Immutable. */
public record BoundRule(EventRule rule, List<RuleTarget> targets) {
    public BoundRule {
        targets = List.copyOf(targets);
    }

    /** Whether events of the bus are to be held against the pattern. */
    boolean isListening() {
        return rule.isEnabled() && rule.pattern() != null && !targets.isEmpty();
    }

    /** The target of this id, or null. */
    public @Nullable RuleTarget target(String id) {
        return targets.stream()
                .filter(target -> target.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
