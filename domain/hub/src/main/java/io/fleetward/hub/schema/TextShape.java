// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.schema;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A string of {@code min} to {@code max} characters (code points) of a certain form. */
record TextShape(int min, int max, Form form) implements Shape {
    /**
     * What the whole string must be like.
     *
     * @param pattern says so to people
     */
    record Form(Predicate<String> isMet, String pattern) {
        /** More than blanks, which the first character of most texts says. */
        static final Form NOT_BLANK = new Form(text -> !text.chars().allMatch(Form::isBlank), ".*\\S.*");

        /** What matches the pattern, which is free of backtracking traps. */
        static Form of(String pattern) {
            return new Form(Pattern.compile(pattern).asMatchPredicate(), pattern);
        }

        private static boolean isBlank(int character) {
            return character == ' ' || (character >= '\t' && character <= '\r');
        }
    }

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
        } else if (!form.isMet().test(text)) {
            at.refuse("should match pattern \"" + form.pattern() + "\"");
        }
        return value;
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
