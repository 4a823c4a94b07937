// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * A string of {@code min} to {@code max} characters (code points), perhaps of a certain form.
 *
 * @param pattern what the whole string must match; free of backtracking traps
 */
record TextShape(int min, int max, @Nullable Pattern pattern) implements Shape {
    /** More than blanks. */
    static final Pattern NOT_BLANK = Pattern.compile(".*\\S.*", Pattern.DOTALL);

    private static final Pattern NON_BLANK = Pattern.compile("\\S");

    @Override
    public JsonNode read(JsonNode value, Place at) {
        if (!value.isString()) {
            at.refuse("should be string");
            return value;
        }
        String text = value.stringValue();
        int length = text.codePointCount(0, text.length());
        if (length > max) {
            at.refuse("should NOT be longer than " + max + " characters");
        } else if (length < min) {
            at.refuse("should NOT be shorter than " + min + " characters");
        } else if (pattern != null && !matches(pattern, text)) {
            at.refuse("should match pattern \"" + pattern + "\"");
        }
        return value;
    }

    /** Most texts only have to be more than blanks, which their first character says. */
    private static boolean matches(Pattern pattern, String text) {
        return pattern.equals(NOT_BLANK)
                ? NON_BLANK.matcher(text).find()
                : pattern.matcher(text).matches();
    }

    @Override
    public JsonNode fit(JsonNode value, Place at) {
        if (value.isNumber() || value.isBoolean()) {
            return fit(StringNode.valueOf(value.asString()), at);
        }
        if (!value.isString() || value.stringValue().length() <= max) {
            return value;
        }
        String text = value.stringValue();
        if (text.codePointCount(0, text.length()) <= max) {
            return value;
        }
        at.note("was cut to " + max + " characters");
        return StringNode.valueOf(text.substring(0, text.offsetByCodePoints(0, max)));
    }
}
