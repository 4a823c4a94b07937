// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import io.fleetward.testkit.Seed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Containment of patterns of any length, decided by a search and by a library that builds whole automata. */
class SearchOracleTest {
    private static final String LETTERS = "abc/";

    @Test
    void decidesContainmentAsTheLibraryDoes() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        int contained = 0;
        for (int round = 0; round < 400; round++) {
            List<String> patterns = new ArrayList<>(List.of(pattern(random)));
            for (int others = 1 + random.nextInt(3); others > 0; others--) {
                patterns.add(random.nextBoolean() ? pattern(random) : widened(patterns.getFirst(), random));
            }

            String example = outside(patterns);

            Automaton rest = automaton(patterns.getFirst())
                    .minus(BasicOperations.union(patterns.stream()
                            .skip(1)
                            .map(SearchOracleTest::automaton)
                            .toList()))
                    .minus(BasicAutomata.makeEmptyString());
            assertThat(example == null).as("%s, %s", patterns, seed).isEqualTo(rest.isEmpty());
            assertThat(example == null || rest.run(example))
                    .as("%s in %s, %s", example, patterns, seed)
                    .isTrue();
            assertThat(example == null ? 0 : example.length())
                    .as("%s in %s, %s", example, patterns, seed)
                    .isEqualTo(
                            example == null ? 0 : rest.getShortestExample(true).length());
            contained += example == null ? 1 : 0;
        }
        assertThat(contained).as("some of either kind, " + seed).isBetween(20, 380);
    }

    /** The shortest text that the first pattern matches and no other does. */
    private static @Nullable String outside(List<String> patterns) {
        var builder = new AutomatonBuilder();
        patterns.forEach(pattern -> builder.add(Tokens.wildcards(pattern)));
        var all = new BitSet();
        all.set(0, patterns.size());
        var found = new ArrayList<String>();
        new Search(builder.build(), new Names(NameForm.TEXT), List.of(new Search.Tape(all, Track.NAME, "")), List.of())
                .run(new Budget(Integer.MAX_VALUE), reading -> {
                    boolean isOutside =
                            reading.matched().get(0) && reading.matched().cardinality() == 1;
                    if (isOutside) {
                        found.add(reading.word().text(Track.NAME, ""));
                    }
                    return isOutside;
                });
        return found.isEmpty() ? null : found.getFirst();
    }

    private static String pattern(RandomGenerator random) {
        var pattern = new StringBuilder();
        for (int length = random.nextInt(12); length >= 0; length--) {
            switch (random.nextInt(6)) {
                case 0 -> pattern.append('*');
                case 1 -> pattern.append('?');
                default -> pattern.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
        }
        return pattern.toString();
    }

    /** A pattern that matches all that the other one does, and more. */
    private static String widened(String pattern, RandomGenerator random) {
        int at = random.nextInt(pattern.length());
        String wildcard = pattern.charAt(at) == '*' || random.nextBoolean() ? "*" : "?";
        return pattern.substring(0, at) + wildcard + pattern.substring(at + 1);
    }

    private static Automaton automaton(String pattern) {
        List<Automaton> parts = new ArrayList<>();
        pattern.chars()
                .forEach(character -> parts.add(
                        switch (character) {
                            case '*' -> BasicAutomata.makeAnyString();
                            case '?' -> BasicAutomata.makeAnyChar();
                            default -> BasicAutomata.makeChar((char) character);
                        }));
        return BasicOperations.concatenate(parts);
    }
}
