// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** From which positions of an automaton each letter leads on, as sets of positions. Immutable. */
final class LetterIndex {
    /** Letters below this are looked up without a map; patterns hardly hold others. */
    private static final int DIRECT = 128;

    private final long[][] direct = new long[DIRECT][];
    private final Map<Integer, long[]> others = new HashMap<>();
    private final long[] none;
    private final long[] any;
    private final long[] boundaries;

    /**
     * @param letterAt the letter that leads on from each position, negative where none does
     * @param words the length of a set of positions
     */
    LetterIndex(int[] letterAt, int words) {
        none = new long[words];
        any = new long[words];
        boundaries = new long[words];
        Arrays.fill(direct, none);
        var known = new BitSet(DIRECT);
        for (int position = 0; position < letterAt.length; position++) {
            int letter = letterAt[position];
            if (letter >= 0) {
                set(own(letter, known), position);
                set(any, position);
                if (Marks.isBoundary(letter)) {
                    set(boundaries, position);
                }
            }
        }
    }

    /** The positions from which the letter leads on. */
    long[] from(int letter) {
        return letter < DIRECT ? direct[letter] : others.getOrDefault(letter, none);
    }

    /** The positions from which some letter leads on. */
    long[] any() {
        return any;
    }

    /** The positions from which the beginning or the end of a variable's value leads on. */
    long[] boundaries() {
        return boundaries;
    }

    /** The set of that letter, to be added to. */
    private long[] own(int letter, BitSet known) {
        if (letter >= DIRECT) {
            return others.computeIfAbsent(letter, _ -> new long[none.length]);
        }
        if (!known.get(letter)) {
            known.set(letter);
            direct[letter] = new long[none.length];
        }
        return direct[letter];
    }

    private static void set(long[] positions, int position) {
        positions[position / Long.SIZE] |= 1L << position;
    }
}
