// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import static org.jooq.impl.DSL.noCondition;

import org.jooq.Condition;
import org.jooq.Field;

/** Conditions on texts that an index in byte order can serve. */
final class TextRange {
    private TextRange() {}

    /** The field begins with the prefix, which consists of ASCII characters. */
    static Condition startsWith(Field<String> field, String prefix) {
        if (prefix.isEmpty()) {
            return noCondition();
        }
        int last = prefix.length() - 1;
        String end = prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
        return field.ge(prefix).and(field.lt(end));
    }
}
