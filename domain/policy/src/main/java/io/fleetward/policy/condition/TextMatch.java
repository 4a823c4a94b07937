// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.List;

/**
 * Equality of texts, with or without regard to case; a value with an undefined variable equals nothing. Immutable.
 */
record TextMatch(List<Operand<String>> operands, boolean ignoresCase) implements ValueMatch {
    static ValueMatch exact(List<Template> values) {
        return new TextMatch(Operand.all(values, text -> text), false);
    }

    static ValueMatch ignoringCase(List<Template> values) {
        return new TextMatch(Operand.all(values, text -> text), true);
    }

    @Override
    public boolean matches(String requested, PolicyContext context) {
        for (Operand<String> operand : operands) {
            String value = operand.value(context);
            if (value != null && (ignoresCase ? value.equalsIgnoreCase(requested) : value.equals(requested))) {
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
