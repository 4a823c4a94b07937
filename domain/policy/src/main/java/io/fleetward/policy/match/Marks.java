// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

/**
 * Letters that no text holds, numbered from the end of Unicode on.
 *
 * <p>With them a word says more than its text does: where the value of a variable begins and ends, and where a name
 * stands that no pattern mentions.
 */
public final class Marks {
    /**
     * A name about which nothing is known but that it is long: wildcards that stand for any number of characters can
     * stand for it, literals and any number of {@code ?} cannot.
     */
    public static final int STRANGER = Character.MAX_CODE_POINT + 1;

    /** Stands in patterns and in no word: what holds it matches nothing. */
    public static final int NEVER = STRANGER + 1;

    /** More variables than this cannot be told apart in a word. */
    public static final int MOST_VARIABLES = 48;

    private static final int FIRST_PAIR = NEVER + 1;

    private Marks() {}

    /** Where the value of the variable with this number begins. */
    public static int opening(int variable) {
        return FIRST_PAIR + 2 * variable;
    }

    /** Where it ends. */
    public static int closing(int variable) {
        return opening(variable) + 1;
    }

    /** Whether the letter is a character. */
    public static boolean isCharacter(int letter) {
        return letter <= Character.MAX_CODE_POINT;
    }

    /** Whether the letter begins or ends the value of a variable. */
    public static boolean isBoundary(int letter) {
        return letter >= FIRST_PAIR;
    }

    /** Whether the letter, a boundary, is where a value ends. */
    public static boolean isClosing(int letter) {
        return (letter - FIRST_PAIR) % 2 == 1;
    }

    /** The number of the variable whose value the letter begins or ends. */
    public static int variable(int letter) {
        return (letter - FIRST_PAIR) / 2;
    }
}
