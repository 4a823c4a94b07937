// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import io.fleetward.policy.match.WildcardPattern;
import io.fleetward.policy.variable.PolicyContext;
import java.util.List;

/**
 * The {@code Resource} or {@code NotResource} of a statement. Immutable.
 *
 * @param isNegated whether this is {@code NotResource}: every resource but those that match
 */
public record ResourceSet(boolean isNegated, List<WildcardPattern> patterns) {
    public ResourceSet {
        patterns = List.copyOf(patterns);
    }

    /**
     * Whether the statement speaks of this resource. A pattern with an undefined variable matches nothing; in {@code
     * NotResource}, where that would widen the statement, the answer is the one that restricts.
     */
    public boolean covers(String resource, PolicyContext context, Effect effect) {
        if (isNegated && isUndefined(context)) {
            return effect == Effect.DENY;
        }
        return matchesAny(resource, context) != isNegated;
    }

    /** The variables in these resources that the context does not define, as written. */
    public List<String> undefined(PolicyContext context) {
        return patterns.stream()
                .flatMap(pattern -> pattern.undefined(context).stream())
                .toList();
    }

    /** Whether what is covered changes with time. */
    public boolean dependsOnTime() {
        return patterns.stream().anyMatch(WildcardPattern::dependsOnTime);
    }

    private boolean isUndefined(PolicyContext context) {
        for (WildcardPattern pattern : patterns) {
            if (pattern.isUndefined(context)) {
                return true;
            }
        }
        return false;
    }

    private boolean matchesAny(String resource, PolicyContext context) {
        for (WildcardPattern pattern : patterns) {
            if (pattern.matches(resource, context)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return (isNegated ? "NotResource " : "Resource ") + patterns;
    }
}
