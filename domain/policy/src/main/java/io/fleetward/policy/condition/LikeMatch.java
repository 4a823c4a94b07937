// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.match.WildcardPattern;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.List;

/** Texts against patterns with {@code *} and {@code ?}. Immutable. */
record LikeMatch(List<WildcardPattern> patterns) implements ValueMatch {
    static ValueMatch of(List<Template> values) {
        return new LikeMatch(values.stream().map(WildcardPattern::of).toList());
    }

    @Override
    public boolean matches(String requested, PolicyContext context) {
        for (WildcardPattern pattern : patterns) {
            if (pattern.matches(requested, context)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isReadable(PolicyContext context) {
        return true;
    }
}
