// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;

/** The letters that patterns tell apart in some state; they treat all others alike. Immutable. */
final class Expected {
    /** The characters that stand for all others, the ones that people like to read first. */
    private static final int[] PREFERRED = "xabcdefghijklmnopqrstuvwyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-_.:"
            .chars()
            .toArray();

    private static final int FIRST_BEYOND = 0xA1;
    private static final int LAST_BEYOND = 0xD7FF;

    private final int[] letters;

    /** @param letters each once, ascending */
    Expected(int[] letters) {
        this.letters = letters;
    }

    /** These letters and those of the text. */
    Expected and(String more) {
        int[] all = letters;
        for (int i = 0; i < more.length(); i++) {
            int place = Arrays.binarySearch(all, more.charAt(i));
            if (place < 0) {
                all = inserted(all, -place - 1, more.charAt(i));
            }
        }
        return new Expected(all);
    }

    /** Gives the boundaries among them, ascending. */
    void boundaries(IntConsumer to) {
        for (int letter : letters) {
            if (Marks.isBoundary(letter)) {
                to.accept(letter);
            }
        }
    }

    /** Gives one character for all that are not expected, and every one that is, as far as they are allowed. */
    void characters(IntPredicate isAllowed, IntConsumer to) {
        int other = other(isAllowed);
        if (other >= 0) {
            to.accept(other);
        }
        for (int letter : letters) {
            if (Marks.isCharacter(letter) && isAllowed.test(letter)) {
                to.accept(letter);
            }
        }
    }

    /** Whether this very letter is expected. */
    boolean contains(int letter) {
        return Arrays.binarySearch(letters, letter) >= 0;
    }

    private static int[] inserted(int[] letters, int place, int letter) {
        int[] all = Arrays.copyOf(letters, letters.length + 1);
        System.arraycopy(letters, place, all, place + 1, letters.length - place);
        all[place] = letter;
        return all;
    }

    private int other(IntPredicate isAllowed) {
        for (int character : PREFERRED) {
            if (isAllowed.test(character) && !contains(character)) {
                return character;
            }
        }
        for (int character = FIRST_BEYOND; character <= LAST_BEYOND; character++) {
            if (isAllowed.test(character) && !contains(character)) {
                return character;
            }
        }
        return -1;
    }
}
