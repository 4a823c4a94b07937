// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Many patterns read at the same time, letter by letter.
 *
 * <p>A nondeterministic automaton whose state is a set of positions, one bit each: a pattern of <i>n</i> letters has
 * the positions 0 to <i>n</i>, the last of which is its end, and a run such as {@code *} is a loop at its position. A
 * step moves all bits at once, so that it costs a few operations per 64 positions whatever the patterns are; sets of
 * positions are made only as they are reached, never all of them. Immutable; states are arrays that nobody changes.
 */
public final class Automaton {
    /** As many letters as are expected in nearly every state. */
    private static final int FEW = 64;

    private final long[] start;
    private final int[] ends;
    private final int[] letterAt;
    private final LetterIndex byLetter;
    private final long[] characters;
    private final long[] levelCharacters;
    private final long[] texts;
    private final long[] levels;
    private final long[] values;

    Automaton(AutomatonBuilder patterns) {
        start = patterns.starts();
        ends = patterns.ends();
        letterAt = patterns.letterAt();
        byLetter = patterns.byLetter();
        characters = patterns.readingA(Token.Wildcard.CHARACTER);
        levelCharacters = patterns.readingA(Token.Wildcard.LEVEL_CHARACTER);
        texts = patterns.readingA(Token.Wildcard.TEXT);
        levels = patterns.readingA(Token.Wildcard.LEVEL);
        values = patterns.readingA(Token.Wildcard.VALUE);
    }

    /** The state before anything is read. */
    long[] start() {
        return start;
    }

    /** The positions of the patterns with these numbers. */
    long[] part(BitSet patterns) {
        var covered = new BitSet();
        for (int pattern = patterns.nextSetBit(0); pattern >= 0; pattern = patterns.nextSetBit(pattern + 1)) {
            covered.set(pattern == 0 ? 0 : ends[pattern - 1] + 1, ends[pattern] + 1);
        }
        return Arrays.copyOf(covered.toLongArray(), start.length);
    }

    /** The state after that part has read the letter and the rest has not. */
    long[] read(long[] state, int letter, long[] part) {
        long[] next = new long[state.length];
        if (Marks.isCharacter(letter)) {
            readCharacter(state, letter, next);
        } else if (letter == Marks.STRANGER) {
            readStranger(state, next);
        } else {
            readBoundary(state, letter, next);
        }
        for (int i = 0; i < next.length; i++) {
            next[i] = (next[i] & part[i]) | (state[i] & ~part[i]);
        }
        return next;
    }

    /** The patterns, by number, that match what was read. */
    BitSet matched(long[] state) {
        var matched = new BitSet(ends.length);
        for (int pattern = 0; pattern < ends.length; pattern++) {
            int end = ends[pattern];
            if ((state[end >> 6] >>> end & 1) != 0) {
                matched.set(pattern);
            }
        }
        return matched;
    }

    /** Whether a pattern of that part matches or still can. */
    static boolean isAlive(long[] state, long[] part) {
        for (int i = 0; i < state.length; i++) {
            if ((state[i] & part[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether the value of a variable can begin or end in that state. */
    boolean isAtBoundary(long[] state) {
        return isAlive(state, byLetter.boundaries());
    }

    /** The positions where patterns of that part end. */
    long[] ends(long[] part) {
        long[] own = new long[part.length];
        for (int end : ends) {
            own[end >> 6] |= part[end >> 6] & 1L << end;
        }
        return own;
    }

    /** The letters that some pattern tells from all others in that state, ascending. */
    int[] expected(long[] state) {
        long[] lettered = byLetter.any();
        int[] letters = new int[FEW];
        int count = 0;
        if (isAlive(state, levels) || isAlive(state, levelCharacters)) {
            letters[count++] = '/';
        }
        for (int i = 0; i < state.length; i++) {
            for (long rest = state[i] & lettered[i]; rest != 0; rest &= rest - 1) {
                if (count == letters.length) {
                    letters = Arrays.copyOf(letters, 2 * count);
                }
                letters[count++] = letterAt[(i << 6) + Long.numberOfTrailingZeros(rest)];
            }
        }
        return distinct(letters, count);
    }

    private static int[] distinct(int[] letters, int count) {
        Arrays.sort(letters, 0, count);
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (kept == 0 || letters[i] != letters[kept - 1]) {
                letters[kept++] = letters[i];
            }
        }
        return Arrays.copyOf(letters, kept);
    }

    private void readCharacter(long[] state, int character, long[] next) {
        long[] named = byLetter.from(character);
        long inLevel = character == '/' ? 0 : -1;
        long carry = 0;
        for (int i = 0; i < state.length; i++) {
            long once = characters[i] | (levelCharacters[i] & inLevel);
            long moving = state[i] & (once | named[i]);
            long runs = texts[i] | values[i] | (levels[i] & inLevel);
            next[i] = moving << 1 | carry | (state[i] & runs);
            carry = moving >>> 63;
        }
    }

    /** As if characters that no pattern names were read until nothing changes any more. */
    private void readStranger(long[] state, long[] next) {
        long[] before = state;
        long[] after = readNameless(before);
        while (!Arrays.equals(before, after)) {
            before = after;
            after = readNameless(before);
        }
        System.arraycopy(after, 0, next, 0, next.length);
        move(state, byLetter.from(Marks.STRANGER), next);
    }

    private long[] readNameless(long[] state) {
        long[] next = new long[state.length];
        long carry = 0;
        for (int i = 0; i < state.length; i++) {
            long moving = state[i] & (characters[i] | levelCharacters[i]);
            next[i] = moving << 1 | carry | (state[i] & (texts[i] | levels[i]));
            carry = moving >>> 63;
        }
        return next;
    }

    /** A boundary is no part of the text: patterns that do not wait for it stay where they are. */
    private void readBoundary(long[] state, int letter, long[] next) {
        System.arraycopy(state, 0, next, 0, next.length);
        long[] named = byLetter.from(letter);
        if (Marks.isClosing(letter)) {
            for (int i = 0; i < next.length; i++) {
                next[i] &= ~named[i];
            }
        }
        move(state, named, next);
    }

    private static void move(long[] state, long[] from, long[] next) {
        long carry = 0;
        for (int i = 0; i < state.length; i++) {
            long moving = state[i] & from[i];
            next[i] |= moving << 1 | carry;
            carry = moving >>> 63;
        }
    }
}
