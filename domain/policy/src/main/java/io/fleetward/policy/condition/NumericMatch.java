// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.Template;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Decimal numbers of any size, compared by value. */
final class NumericMatch {
    private NumericMatch() {}

    /** A test of the order of the requested number to the policy's number. */
    static ValueMatch of(List<Template> values, IntPredicate order) {
        return new TypedMatch<>(
                NumericMatch::read,
                Operand.all(values, NumericMatch::read),
                (requested, allowed) -> order.test(requested.compareTo(allowed)));
    }

    private static @Nullable BigDecimal read(String text) {
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
