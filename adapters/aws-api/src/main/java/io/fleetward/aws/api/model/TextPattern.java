// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

import com.google.re2j.PatternSyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A pattern of the service model, matched against a whole string in bounded time whatever the string is.
 *
 * <p>Immutable, thread-safe. Three matchers, fastest first: the platform's own where it cannot backtrack (one character
 * class, repeated), a linear-time automaton where its syntax allows, else the platform's own with a limit of steps; a
 * string that exceeds the limit does not match. A dot matches line breaks, so that descriptions may have several lines.
 * Specification: aws-protocol, error shapes and validation.
 */
public final class TextPattern {
    private static final Set<String> ANYTHING = Set.of("[\\s\\S]*", ".*", "(?s).*", "[\\S\\s]*");
    private static final Pattern ONE_CLASS = Pattern.compile(
            "\\^?\\(?\\^?(\\[(\\^?[^\\[\\]\\\\]|\\\\.|\\\\p\\{\\w+})+]|\\\\[wdsS])[*+]?(=\\{0,2})?\\$?\\)?\\$?");
    private static final String NOT_BLANK = ".*\\S.*";

    private final String source;
    private final Matching matching;

    private TextPattern(String source, Matching matching) {
        this.source = source;
        this.matching = matching;
    }

    /** Compiles the pattern as the model spells it. */
    public static TextPattern compile(String source) {
        return new TextPattern(source, matching(source));
    }

    /** Whether the whole text matches. */
    public boolean matches(String text) {
        return matching.matches(text);
    }

    /** The pattern as the model spells it. */
    public String source() {
        return source;
    }

    private static Matching matching(String source) {
        if (ANYTHING.contains(source)) {
            return text -> true;
        }
        if (source.equals(NOT_BLANK)) {
            return TextPattern::holdsNonBlank;
        }
        if (ONE_CLASS.matcher(source).matches()) {
            Pattern direct = Pattern.compile(source, Pattern.DOTALL);
            return text -> direct.matcher(text).matches();
        }
        try {
            var automaton = com.google.re2j.Pattern.compile(source, com.google.re2j.Pattern.DOTALL);
            return text -> automaton.matcher(text).matches();
        } catch (PatternSyntaxException beyondAutomata) {
            Pattern guarded = Pattern.compile(source, Pattern.DOTALL);
            return text -> StepLimit.matches(guarded, text);
        }
    }

    private static boolean holdsNonBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && (c < '\t' || c > '\r')) {
                return true;
            }
        }
        return false;
    }

    /** One way to match. */
    private interface Matching {
        boolean matches(String text);
    }
}
