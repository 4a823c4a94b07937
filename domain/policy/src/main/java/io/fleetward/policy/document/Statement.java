// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.document;

import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.match.WildcardPattern;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One statement: it allows or denies the actions on the resources while all its conditions hold. Immutable.
 *
 * @param position where the statement starts in its document
 * @param sid the author's name for it, if any
 */
public record Statement(
        Position position,
        @Nullable String sid,
        Effect effect,
        ActionSet actions,
        ResourceSet resources,
        List<Condition> conditions) {
    public Statement {
        conditions = List.copyOf(conditions);
    }

    /** Whether the statement speaks of this resource. */
    public boolean coversResource(String resource, PolicyContext context) {
        return resources.covers(resource, context, effect);
    }

    /** Whether the condition, one of this statement's, holds; where it cannot be told, the answer that restricts. */
    public boolean holds(Condition condition, PolicyContext context) {
        return condition.holds(context, effect == Effect.DENY);
    }

    /** The context keys the statement asks for, as conditions and variables. */
    Stream<ContextKey> keys() {
        Stream<Template> resourceTexts = resources.patterns().stream().map(WildcardPattern::template);
        Stream<Template> values = conditions.stream().flatMap(condition -> condition.values().stream());
        return Stream.concat(
                conditions.stream().map(Condition::key),
                Stream.concat(resourceTexts, values)
                        .flatMap(template -> template.variables().stream())
                        .map(Template.Variable::key));
    }
}
