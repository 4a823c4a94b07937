// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import java.util.Locale;

/**
 * A word with wildcards: {@code *} for any characters, {@code ?} for one; letters match in either case. Immutable.
 *
 * @param letters the word in lower case, each wildcard as {@link #MANY} or {@link #ONE}: no text of the registry has
 *     those characters
 */
record Glob(String letters) {
    static final char MANY = '\uE000';
    static final char ONE = '\uE001';

    /** Whether the whole text fits; takes time in proportion to the product of both lengths at most. */
    boolean matches(String text) {
        String value = folded(text);
        int at = 0;
        int letter = 0;
        int star = -1;
        int resume = 0;
        while (at < value.length()) {
            if (letter < letters.length() && letters.charAt(letter) == MANY) {
                star = letter++;
                resume = at;
            } else if (letter < letters.length() && fits(letters.charAt(letter), value.charAt(at))) {
                letter++;
                at++;
            } else if (star >= 0) {
                letter = star + 1;
                at = ++resume;
            } else {
                return false;
            }
        }
        while (letter < letters.length() && letters.charAt(letter) == MANY) {
            letter++;
        }
        return letter == letters.length();
    }

    /** How texts are compared. */
    static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** The word as the user wrote it. */
    static String written(String word) {
        return word.replace(MANY, '*').replace(ONE, '?');
    }

    private static boolean fits(char letter, char character) {
        return letter == ONE || letter == character;
    }
}
