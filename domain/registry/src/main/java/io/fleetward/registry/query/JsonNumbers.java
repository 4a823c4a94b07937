// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which texts the index holds as numbers as well: those that are JSON numbers. */
final class JsonNumbers {
    private static final Pattern FORM = Pattern.compile("-?+(?:0|[1-9][0-9]*+)(?:\\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+");

    private JsonNumbers() {}

    /** The number, or null when the text is none or is beyond the range of a double. */
    static @Nullable Double of(String text) {
        if (!FORM.matcher(text).matches()) {
            return null;
        }
        double number = Double.parseDouble(text);
        return Double.isFinite(number) ? number : null;
    }
}
