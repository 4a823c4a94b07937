// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.Template;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Decimal numbers of any size, compared by value. */
final class NumericTest {
    private NumericTest() {}

    /** A test of the order of the requested number to the policy's number. */
    static ValueTest of(List<Template> values, IntPredicate order) {
        return new TypedTest<>(
                NumericTest::read,
                Operand.all(values, NumericTest::read),
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
