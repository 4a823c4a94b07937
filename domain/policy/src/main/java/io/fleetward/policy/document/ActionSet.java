// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import io.fleetward.policy.match.WildcardPattern;
import java.util.EnumSet;
import java.util.List;

/** The {@code Action} or {@code NotAction} of a statement. Immutable. */
public final class ActionSet {
    private final boolean negated;
    private final List<WildcardPattern> patterns;
    private final EnumSet<DeviceAction> covered = EnumSet.noneOf(DeviceAction.class);

    /** @param patterns names with wildcards, matched without regard to case */
    public ActionSet(boolean negated, List<String> patterns) {
        this.negated = negated;
        this.patterns = patterns.stream().map(WildcardPattern::ignoringCase).toList();
        for (DeviceAction action : DeviceAction.values()) {
            boolean isNamed = this.patterns.stream().anyMatch(pattern -> pattern.matches(action.lowerCaseName()));
            if (isNamed != negated) {
                covered.add(action);
            }
        }
    }

    /** Whether the statement speaks of this action. */
    public boolean covers(DeviceAction action) {
        return covered.contains(action);
    }

    /** Whether this is {@code NotAction}: every action but those that match. */
    public boolean isNegated() {
        return negated;
    }

    public List<WildcardPattern> patterns() {
        return patterns;
    }

    @Override
    public String toString() {
        return (negated ? "NotAction " : "Action ") + patterns;
    }
}
