// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SearchTest {
    private static final Budget PLENTY = new Budget(Integer.MAX_VALUE);
    private static final List<String> PIECES = List.of("*", "?", "a", "b", "/", "*", "a", "??", "b*");

    @Test
    void findsEveryCombinationOfPatternsThatSomeTextMatches() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        List<String> texts = texts("ab/x", 4);
        for (int round = 0; round < 300; round++) {
            List<String> patterns = patterns(random, 1 + random.nextInt(4));
            Map<BitSet, String> found = found(patterns, NameForm.TEXT);

            found.forEach((matched, text) -> assertThat(matching(patterns, text))
                    .as("%s on %s, %s", text, patterns, seed)
                    .isEqualTo(matched));
            Set<BitSet> expected = new HashSet<>();
            texts.forEach(text -> expected.add(matching(patterns, text)));
            assertThat(found.keySet()).as("%s, %s", patterns, seed).containsAll(expected);
        }
    }

    @Test
    void spellsTheShortestTextFirst() {
        assertThat(found(List.of("a*b", "*ab"), NameForm.TEXT).values())
                .containsExactlyInAnyOrder("x", "ab", "axb", "xab");
    }

    @Test
    void takesAQuestionMarkForOneCharacterEvenBeyondTheBasicPlane() {
        assertThat(found(List.of("?", "🚰", "??"), NameForm.TEXT).values())
                .contains("🚰")
                .allSatisfy(text ->
                        assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(3));
    }

    @Test
    void letsOnlyWildcardsOfAnyLengthStandForAStranger() {
        List<String> patterns = List.of("*", "?*", "*??", "a*", "????????", "*x", "?*?*?", "z");
        var builder = new AutomatonBuilder();
        patterns.forEach(pattern -> builder.add(Tokens.wildcards(pattern)));
        int stranger = builder.add(Tokens.topics("~"));
        var all = new BitSet();
        all.set(0, stranger + 1);
        var matched = new ArrayList<BitSet>();

        new Search(builder.build(), new Names(NameForm.THING), List.of(new Search.Tape(all, Track.NAME, "")), List.of())
                .run(PLENTY, reading -> {
                    if (reading.matched().get(stranger)) {
                        matched.add(reading.matched());
                    }
                    return false;
                });

        assertThat(matched).singleElement().extracting(BitSet::toString).isEqualTo("{0, 1, 2, 6, 8}");
    }

    @Test
    void givesUpWhenTheBudgetIsSpent() {
        List<String> patterns = List.of("*a" + "?".repeat(60) + "b*", "*b" + "?".repeat(50) + "a*");
        var search = new Search(automaton(patterns), new Names(NameForm.TEXT), tapes(patterns), List.of());

        assertThat(search.run(new Budget(200_000), _ -> false)).isEqualTo(Search.End.OUT_OF_BUDGET);
    }

    @Test
    void marksWhereTheValueOfAVariableStands() {
        var builder = new AutomatonBuilder();
        var pattern = new ArrayList<>(Tokens.text("a/"));
        pattern.addAll(Tokens.value(0));
        pattern.addAll(Tokens.text("/b"));
        int own = builder.add(pattern);
        int other = builder.add(Tokens.wildcards("a/pump/*"));
        var all = new BitSet();
        all.set(0, 2);
        var names = new Names(NameForm.TOPIC, List.of(NameForm::isNameLetter), Names.NONE);
        Map<BitSet, Word> found = new HashMap<>();

        new Search(builder.build(), names, List.of(new Search.Tape(all, Track.NAME, "")), List.of())
                .run(PLENTY, reading -> {
                    found.putIfAbsent(reading.matched(), reading.word());
                    return false;
                });

        assertThat(found).hasSize(4);
        Word both = Objects.requireNonNull(found.get(BitSet.valueOf(new long[] {1L << own | 1L << other})));
        assertThat(both.text(Track.NAME, "")).isEqualTo("a/pump/b");
        assertThat(both.letters().stream().filter(spelled -> Marks.isBoundary(spelled.letter())))
                .hasSize(2);
    }

    private static Map<BitSet, String> found(List<String> patterns, NameForm form) {
        Map<BitSet, String> found = new HashMap<>();
        Search.End end = new Search(automaton(patterns), new Names(form), tapes(patterns), List.of())
                .run(PLENTY, reading -> {
                    found.putIfAbsent(reading.matched(), reading.word().text(Track.NAME, ""));
                    return false;
                });
        assertThat(end).isEqualTo(Search.End.COMPLETE);
        return found;
    }

    private static Automaton automaton(List<String> patterns) {
        var builder = new AutomatonBuilder();
        patterns.forEach(pattern -> builder.add(Tokens.wildcards(pattern)));
        return builder.build();
    }

    private static List<Search.Tape> tapes(List<String> patterns) {
        var all = new BitSet();
        all.set(0, patterns.size());
        return List.of(new Search.Tape(all, Track.NAME, ""));
    }

    private static BitSet matching(List<String> patterns, String text) {
        var matching = new BitSet();
        for (int i = 0; i < patterns.size(); i++) {
            matching.set(i, NaiveMatcher.matches(patterns.get(i), text));
        }
        return matching;
    }

    private static List<String> patterns(RandomGenerator random, int count) {
        var patterns = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            var pattern = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                pattern.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            patterns.add(pattern.toString());
        }
        return patterns;
    }

    /** All texts of 1 to that many of these letters. */
    private static List<String> texts(String letters, int longest) {
        List<String> texts = new ArrayList<>();
        List<String> last = List.of("");
        for (int length = 1; length <= longest; length++) {
            List<String> next = new ArrayList<>();
            for (String text : last) {
                letters.chars().forEach(letter -> next.add(text + (char) letter));
            }
            texts.addAll(next);
            last = next;
        }
        return texts;
    }
}
