// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Spells words, shortest first, and says which patterns match them, until everything that patterns can tell apart has
 * been seen once.
 *
 * <p>Of words after which the same can be read only the first is followed, so that the search ends; how soon depends on
 * the patterns, hence the {@link Budget}. Confined to one thread.
 */
public final class Search {
    /** How a search came to its end. */
    public enum End {
        /** Somebody found what he was looking for. */
        STOPPED,
        /** There is nothing else. */
        COMPLETE,
        /** There may be more. */
        OUT_OF_BUDGET
    }

    /**
     * Patterns that read one track.
     *
     * @param patterns their numbers
     * @param before what they read before the word begins, for example the ARN as far as the name
     */
    public record Tape(BitSet patterns, Track track, String before) {}

    /** A word so far. Two are the same when the same can follow. */
    private static final class Node {
        private final long[] state;
        private final long mode;
        private final @Nullable Node previous;
        private final Word.@Nullable Spelled last;

        Node(long[] state, long mode, @Nullable Node previous, Word.@Nullable Spelled last) {
            this.state = state;
            this.mode = mode;
            this.previous = previous;
            this.last = last;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Node node && mode == node.mode && Arrays.equals(state, node.state);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(state) + Long.hashCode(mode);
        }

        Word word() {
            var letters = new ArrayList<Word.Spelled>();
            for (Node node = this; node != null && node.last != null; node = node.previous) {
                letters.add(node.last);
            }
            return new Word(letters.reversed());
        }
    }

    /** What reading a letter costs besides its share per 64 positions. */
    private static final int COST_PER_LETTER = 8;

    private final Automaton automaton;
    private final Grammar grammar;
    private final long[] start;
    private final long[] everything;
    private final long[] onName;
    private final long[] onFilter;
    private final List<long[]> vital;
    private final List<long[]> vitalEnds;
    private final boolean missesValues;

    /**
     * @param tapes which patterns read what; every pattern belongs to one of them
     * @param vital sets of patterns, of each of which one must match a word that is shown
     */
    public Search(Automaton automaton, Grammar grammar, List<Tape> tapes, List<BitSet> vital) {
        this.automaton = automaton;
        this.grammar = grammar;
        this.vital = vital.stream().map(automaton::part).toList();
        vitalEnds = this.vital.stream().map(automaton::ends).toList();
        onName = union(tapes, Track.NAME);
        onFilter = union(tapes, Track.FILTER);
        everything = onName.clone();
        for (int i = 0; i < everything.length; i++) {
            everything[i] |= onFilter[i];
        }
        long[] state = automaton.start();
        boolean isMissed = false;
        for (Tape tape : tapes) {
            long[] part = automaton.part(tape.patterns());
            for (int letter : tape.before().codePoints().toArray()) {
                isMissed |= automaton.isAtBoundary(state);
                state = automaton.read(state, letter, part);
            }
        }
        missesValues = isMissed;
        start = readAll(state, grammar.before(), everything);
    }

    /** Whether the value of a variable could begin in what is read before the word; such values are not spelled. */
    public boolean missesValues() {
        return missesValues;
    }

    /** Shows one word after another until one is good enough. */
    public End run(Budget budget, Predicate<Reading> isGoodEnough) {
        Set<Node> seen = new HashSet<>();
        Queue<Node> open = new ArrayDeque<>();
        var first = new Node(start, grammar.start(), null, null);
        seen.add(first);
        open.add(first);
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (grammar.mayEnd(node.mode) && isShown(node, isGoodEnough)) {
                return End.STOPPED;
            }
            Expected expected = new Expected(automaton.expected(node.state)).and(grammar.telling());
            grammar.follow(node.mode, expected, (letter, inName, inFilter, mode) -> {
                if (budget.spend(COST_PER_LETTER + start.length)) {
                    Node next = next(node, new Word.Spelled(letter, inName, inFilter), mode);
                    if (isPromising(next.state) && seen.add(next)) {
                        open.add(next);
                    }
                }
            });
            if (budget.isSpent()) {
                return End.OUT_OF_BUDGET;
            }
        }
        return End.COMPLETE;
    }

    private Node next(Node node, Word.Spelled spelled, long mode) {
        long[] part = onFilter;
        if (spelled.inName()) {
            part = spelled.inFilter() ? everything : onName;
        }
        return new Node(automaton.read(node.state, spelled.letter(), part), mode, node, spelled);
    }

    private boolean isPromising(long[] state) {
        for (long[] part : vital) {
            if (!Automaton.isAlive(state, part)) {
                return false;
            }
        }
        return true;
    }

    /** Shows the word unless no pattern of some vital set matches it. */
    private boolean isShown(Node node, Predicate<Reading> isGoodEnough) {
        long[] state = readAll(node.state, grammar.after(), everything);
        for (long[] ends : vitalEnds) {
            if (!Automaton.isAlive(state, ends)) {
                return false;
            }
        }
        return isGoodEnough.test(new Reading(automaton.matched(state), node::word));
    }

    private long[] readAll(long[] state, int[] letters, long[] part) {
        long[] read = state;
        for (int letter : letters) {
            read = automaton.read(read, letter, part);
        }
        return read;
    }

    private long[] union(List<Tape> tapes, Track track) {
        var patterns = new BitSet();
        tapes.stream().filter(tape -> tape.track() == track).forEach(tape -> patterns.or(tape.patterns()));
        return automaton.part(patterns);
    }
}
