// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lays patterns side by side and makes the {@link Automaton} that reads them. Confined to one thread. */
public final class AutomatonBuilder {
    /** Where no letter leads on. */
    private static final int NO_LETTER = -1;

    private final BitSet starts = new BitSet();
    private final BitSet ends = new BitSet();
    private final Map<Token.Wildcard, BitSet> wildcards = new EnumMap<>(Token.Wildcard.class);
    private int[] letterAt = new int[256];
    private int size;
    private int patterns;

    /** Adds a pattern and answers its number; the first one has number 0. */
    public int add(List<Token> pattern) {
        starts.set(size);
        for (Token token : pattern) {
            switch (token) {
                case Token.Letter(int letter) -> next(letter == Marks.NEVER ? NO_LETTER : letter);
                case Token.Wildcard wildcard -> {
                    wildcards.computeIfAbsent(wildcard, _ -> new BitSet()).set(size);
                    if (!wildcard.isRun()) {
                        next(NO_LETTER);
                    }
                }
            }
        }
        ends.set(size);
        next(NO_LETTER);
        return patterns++;
    }

    /** The automaton of all patterns that were added. */
    public Automaton build() {
        return new Automaton(this);
    }

    /** The first position of each pattern. */
    long[] starts() {
        return words(starts);
    }

    /** The last position of each pattern, ascending. */
    int[] ends() {
        return ends.stream().toArray();
    }

    /** The letter that leads on from each position, if one does. */
    int[] letterAt() {
        return Arrays.copyOf(letterAt, size);
    }

    /** The positions from which each letter leads on. */
    LetterIndex byLetter() {
        return new LetterIndex(letterAt(), words());
    }

    /** The positions at which such a wildcard is read. */
    long[] readingA(Token.Wildcard wildcard) {
        return words(wildcards.getOrDefault(wildcard, new BitSet()));
    }

    private void next(int letter) {
        if (size == letterAt.length) {
            letterAt = Arrays.copyOf(letterAt, 2 * size);
        }
        letterAt[size++] = letter;
    }

    private int words() {
        return (size + Long.SIZE - 1) / Long.SIZE;
    }

    private long[] words(BitSet bits) {
        return Arrays.copyOf(bits.toLongArray(), words());
    }
}
