// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.evaluate;

import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.evaluate.StatementTrace.Applies;
import io.fleetward.policy.match.WildcardPattern;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every part of a statement against a request, for people who ask why it did or did not take part in a decision.
 * Immutable.
 *
 * <p>The parts are asked what {@link PolicyEngine} asks them, but all of them: it stops at the first that fails.
 *
 * @param trace what the engine made of the statement
 * @param coversAction whether it speaks of the action
 * @param coversResource whether it speaks of the resource
 * @param resources each of its resources; for {@code NotResource} those it does not speak of
 * @param conditions each of its conditions
 */
public record StatementExplanation(
        StatementTrace trace,
        boolean coversAction,
        boolean coversResource,
        List<ResourceMatch> resources,
        List<ConditionMatch> conditions) {
    public StatementExplanation {
        resources = List.copyOf(resources);
        conditions = List.copyOf(conditions);
    }

    /**
     * Text of a policy, and what became of it in this request.
     *
     * @param text with every variable replaced; null when one of them is undefined
     */
    public record Substituted(String written, @Nullable String text) {
        static Substituted of(Template template, PolicyContext context) {
            return new Substituted(template.text(), template.render(context));
        }
    }

    /** One resource of the statement, and whether that of the request matches it. */
    public record ResourceMatch(Substituted pattern, boolean matches) {}

    /**
     * One condition of the statement, and whether it holds.
     *
     * @param requested the values of the request
     */
    public record ConditionMatch(Condition condition, List<Substituted> values, List<String> requested, boolean holds) {
        public ConditionMatch {
            values = List.copyOf(values);
            requested = List.copyOf(requested);
        }
    }

    /** Explains what the engine made of the statement. */
    static StatementExplanation of(StatementTrace trace, AuthorizationRequest request) {
        Statement statement = trace.statement();
        PolicyContext context = request.context();
        return new StatementExplanation(
                trace,
                statement.actions().covers(request.action()),
                statement.coversResource(request.resource(), context),
                statement.resources().patterns().stream()
                        .map(pattern -> resource(pattern, request))
                        .toList(),
                statement.conditions().stream()
                        .map(condition -> condition(statement, condition, context))
                        .toList());
    }

    /** Whether all conditions hold; so do none at all. */
    public boolean conditionsHold() {
        return conditions.stream().allMatch(ConditionMatch::holds);
    }

    /** Whether the engine counts the statement's effect. */
    public boolean applies() {
        return trace.finding() instanceof Applies;
    }

    private static ResourceMatch resource(WildcardPattern pattern, AuthorizationRequest request) {
        return new ResourceMatch(
                Substituted.of(pattern.template(), request.context()),
                pattern.matches(request.resource(), request.context()));
    }

    private static ConditionMatch condition(Statement statement, Condition condition, PolicyContext context) {
        return new ConditionMatch(
                condition,
                condition.values().stream()
                        .map(value -> Substituted.of(value, context))
                        .toList(),
                context.values(condition.key()),
                statement.holds(condition, context));
    }
}
