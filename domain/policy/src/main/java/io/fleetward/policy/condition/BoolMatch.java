// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import io.fleetward.policy.variable.Template;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The truth values {@code true} and {@code false}, in any case. */
final class BoolMatch {
    private BoolMatch() {}

    static ValueMatch of(List<Template> values) {
        return new TypedMatch<>(BoolMatch::read, Operand.all(values, BoolMatch::read), Boolean::equals);
    }

    private static @Nullable Boolean read(String text) {
        if (text.equalsIgnoreCase("true")) {
            return Boolean.TRUE;
        }
        return text.equalsIgnoreCase("false") ? Boolean.FALSE : null;
    }
}
