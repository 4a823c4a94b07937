// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.PolicyContext;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads both sides as typed values and compares those; a requested value of another form matches nothing. Immutable.
 *
 * @param <R> what the request's value is read as
 * @param <P> what the policy's values are read as
 */
record TypedMatch<R, P>(Function<String, @Nullable R> reader, List<Operand<P>> operands, BiPredicate<R, P> relation)
        implements ValueMatch {
    @Override
    public boolean matches(String requested, PolicyContext context) {
        R left = reader.apply(requested);
        if (left == null) {
            return false;
        }
        for (Operand<P> operand : operands) {
            P right = operand.value(context);
            if (right != null && relation.test(left, right)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean isReadable(PolicyContext context) {
        for (Operand<P> operand : operands) {
            if (operand.value(context) == null) {
                return false;
            }
        }
        return true;
    }
}
