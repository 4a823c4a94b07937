// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.Statement;
import java.util.List;

/**
 * Why one statement did or did not take part in a decision. Immutable.
 *
 * @param missing the context keys that are not defined and could have changed the finding, as written in the policy
 */
public record StatementTrace(NamedPolicy policy, Statement statement, Finding finding, List<String> missing) {
    public StatementTrace {
        missing = List.copyOf(missing);
    }

    /** What came of the statement. */
    public sealed interface Finding {}

    /** It applies: its effect counts. */
    public record Applies() implements Finding {}

    /** It speaks of other actions. */
    public record OtherAction() implements Finding {}

    /** It speaks of other resources, or of none because a variable is undefined. */
    public record OtherResource() implements Finding {}

    /**
     * A condition does not hold.
     *
     * @param condition operator, key and values as the policy gives them
     * @param requested the values of the request
     */
    public record ConditionFails(String condition, List<String> requested) implements Finding {
        public ConditionFails {
            requested = List.copyOf(requested);
        }
    }

    /** Whether the statement applies and has that effect. */
    public boolean applies(Effect effect) {
        return finding instanceof Applies && statement.effect() == effect;
    }
}
