// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.condition.Comparison;
import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.condition.Quantifier;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.variable.ContextKeys;
import io.fleetward.policy.variable.Template;

/** Whether a statement asks that the client is attached to its thing (audit, policy matching primitives). */
final class Attachment {
    private Attachment() {}

    /** Whether the statement allows something to attached clients only. */
    static boolean isGrantedByIt(Statement statement) {
        return statement.effect() == Effect.ALLOW
                && statement.conditions().stream().anyMatch(Attachment::isRequired);
    }

    private static boolean isRequired(Condition condition) {
        return condition.operator().comparison() == Comparison.BOOL
                && condition.operator().quantifier() == Quantifier.NONE
                && condition.key().name().equalsIgnoreCase(ContextKeys.IS_ATTACHED)
                && condition.values().stream().map(Template::text).allMatch("true"::equalsIgnoreCase);
    }
}
