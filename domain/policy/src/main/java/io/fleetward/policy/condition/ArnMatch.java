// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.match.ArnPattern;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.List;

/** ARNs against patterns of ARNs, part by part. Immutable. */
record ArnMatch(List<ArnPattern> patterns) implements ValueMatch {
    static ValueMatch of(List<Template> values) {
        return new ArnMatch(values.stream().map(ArnPattern::of).toList());
    }

    @Override
    public boolean matches(String requested, PolicyContext context) {
        for (ArnPattern pattern : patterns) {
            if (pattern.matches(requested, context)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isReadable(PolicyContext context) {
        for (ArnPattern pattern : patterns) {
            if (!pattern.isReadable()) {
                return false;
            }
        }
        return true;
    }
}
