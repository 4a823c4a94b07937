// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.ArrayList;
import java.util.List;

/**
 * One operator applied to one context key (iot-core, condition operators).
 *
 * <p>Deviation: fails closed. Where a value of the policy cannot be read as what its operator compares and no other value decides,
 * the answer is the one that restricts, which the caller names. Immutable.
 */
public final class Condition {
    private final ConditionOperator operator;
    private final ContextKey key;
    private final List<Template> values;
    private final ValueMatch match;

    public Condition(ConditionOperator operator, ContextKey key, List<Template> values) {
        this.operator = operator;
        this.key = key;
        this.values = List.copyOf(values);
        match = operator.comparison().compile(this.values);
    }

    public ConditionOperator operator() {
        return operator;
    }

    public ContextKey key() {
        return key;
    }

    /** The values of the policy, any of which may match. */
    public List<Template> values() {
        return values;
    }

    /**
     * Whether the condition is met.
     *
     * @param whenUnreadable the answer when it hangs on a value of the policy that cannot be read
     */
    public boolean holds(PolicyContext context, boolean whenUnreadable) {
        List<String> requested = context.values(key);
        if (operator.comparison() == Comparison.NULL) {
            return meets(Boolean.toString(requested.isEmpty()), context, whenUnreadable);
        }
        if (requested.isEmpty()) {
            return operator.ifExists() || needsAll();
        }
        if (needsAll()) {
            return requested.stream().allMatch(value -> meets(value, context, whenUnreadable));
        }
        return requested.stream().anyMatch(value -> meets(value, context, whenUnreadable));
    }

    /** Whether every value of the policy has the form that its operator needs, for example that of a number. */
    public boolean isReadable(PolicyContext context) {
        return match.isReadable(context);
    }

    /** Whether the answer may change from moment to moment. */
    public boolean dependsOnTime() {
        return PolicyContext.isTime(key)
                || values.stream()
                        .flatMap(value -> value.variables().stream())
                        .anyMatch(variable -> PolicyContext.isTime(variable.key()));
    }

    /** The keys this condition needs and the context does not define, as written. */
    public List<String> undefined(PolicyContext context) {
        var undefined = new ArrayList<String>();
        if (context.values(key).isEmpty()) {
            undefined.add(key.written());
        }
        for (Template value : values) {
            for (Template.Variable variable : value.variables()) {
                if (variable.value(context) == null) {
                    undefined.add(variable.key().written());
                }
            }
        }
        return undefined;
    }

    @Override
    public String toString() {
        return operator + " " + key.written() + " "
                + values.stream().map(Template::text).toList();
    }

    /** Whether every value of the request must meet the comparison, which none at all then do. */
    private boolean needsAll() {
        return switch (operator.quantifier()) {
            case NONE -> operator.comparison().isNegated();
            case FOR_ALL_VALUES -> true;
            case FOR_ANY_VALUE -> false;
        };
    }

    private boolean meets(String requested, PolicyContext context, boolean whenUnreadable) {
        boolean negated = operator.comparison().isNegated();
        if (match.matches(requested, context)) {
            return !negated;
        }
        return match.isReadable(context) ? negated : whenUnreadable;
    }
}
