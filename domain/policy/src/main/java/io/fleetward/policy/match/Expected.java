// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

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
        return more.isEmpty()
                ? this
                : new Expected(IntStream.concat(Arrays.stream(letters), more.chars())
                        .sorted()
                        .distinct()
                        .toArray());
    }

    /** All of them, ascending. */
    IntStream letters() {
        return Arrays.stream(letters);
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
