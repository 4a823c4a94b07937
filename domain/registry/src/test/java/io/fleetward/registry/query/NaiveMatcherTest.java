// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random queries, each written together with what it means, over random things. */
class NaiveMatcherTest {
    private static final int ROUNDS = 2000;
    private static final List<String> WORDS = List.of("a", "ab", "abb", "B", "aab", "-3", "0", "2.5", "7");

    /** A query in words, and the things that fit it. */
    private record Sample(String text, Predicate<IndexedThing> meaning) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20, 300})
    void agreesWithTheNaiveMatcher(long seed) {
        var random = new Random(seed);
        int fitting = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Sample sample = disjunction(random, 2);
            ThingQuery query = ThingQuery.parse(sample.text());
            IndexedThing thing = QueriedThings.thing(
                    name(random), name(random), Map.of("v", pick(random), "w", pick(random)), name(random));

            boolean isFit = query.matches(thing);

            assertThat(isFit)
                    .as("%s on %s", query, thing)
                    .isEqualTo(sample.meaning().test(thing));
            fitting += isFit ? 1 : 0;
        }
        assertThat(fitting).isBetween(ROUNDS / 10, ROUNDS * 9 / 10);
    }

    private static Sample disjunction(Random random, int depth) {
        Sample left = conjunction(random, depth);
        if (random.nextBoolean()) {
            return left;
        }
        Sample right = negatable(random, 0);
        return new Sample(left.text() + " OR " + right.text(), left.meaning().or(right.meaning()));
    }

    private static Sample conjunction(Random random, int depth) {
        Sample left = negatable(random, depth);
        if (random.nextBoolean()) {
            return left;
        }
        Sample right = negatable(random, 0);
        String operator = random.nextBoolean() ? " AND " : "  ";
        return new Sample(left.text() + operator + right.text(), left.meaning().and(right.meaning()));
    }

    private static Sample negatable(Random random, int depth) {
        Sample inner = depth > 0 && random.nextBoolean() ? parenthesized(random, depth) : term(random);
        return switch (random.nextInt(4)) {
            case 0 -> new Sample("NOT " + inner.text(), inner.meaning().negate());
            case 1 -> new Sample("-" + inner.text(), inner.meaning().negate());
            default -> inner;
        };
    }

    private static Sample parenthesized(Random random, int depth) {
        Sample inner = disjunction(random, depth - 1);
        return new Sample("( " + inner.text() + " )", inner.meaning());
    }

    private static Sample term(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> numeric(random);
            case 1 -> range(random);
            case 2 -> word(random, "thingName", thing -> thing.thing().name().value());
            case 3 ->
                word(
                        random,
                        "thingGroupNames",
                        thing -> thing.groups().getFirst().value());
            default -> word(random, "attributes.v", NaiveMatcherTest::v);
        };
    }

    private static Sample word(Random random, String field, Function<IndexedThing, String> value) {
        String word = pick(random) + List.of("", "*", "?", "*b", "?b*").get(random.nextInt(5));
        Pattern pattern = Pattern.compile(
                word.replace(".", "\\.").replace("*", ".*").replace("?", "."), Pattern.CASE_INSENSITIVE);
        return new Sample(
                field + ":" + word, thing -> pattern.matcher(value.apply(thing)).matches());
    }

    private static Sample numeric(Random random) {
        int limit = random.nextInt(-4, 9);
        return switch (random.nextInt(3)) {
            case 0 -> new Sample("attributes.v<" + limit, thing -> number(thing) < limit);
            case 1 -> new Sample("attributes.v >= " + limit, thing -> number(thing) >= limit);
            default -> new Sample("attributes.v=" + limit, thing -> number(thing) == limit);
        };
    }

    private static Sample range(Random random) {
        int low = random.nextInt(-4, 5);
        int high = low + random.nextInt(5);
        return random.nextBoolean()
                ? new Sample(
                        "attributes.v:[" + low + " TO " + high + "}",
                        thing -> number(thing) >= low && number(thing) < high)
                : new Sample(
                        "attributes.v:{" + low + " TO " + high + "]",
                        thing -> number(thing) > low && number(thing) <= high);
    }

    /** The attribute as a number, or what no comparison accepts. */
    private static double number(IndexedThing thing) {
        return Character.isLetter(v(thing).charAt(0)) ? Double.NaN : Double.parseDouble(v(thing));
    }

    private static String v(IndexedThing thing) {
        return String.valueOf(thing.thing().attributes().values().get("v"));
    }

    private static String name(Random random) {
        return pick(random).replace('.', '_');
    }

    private static String pick(Random random) {
        return WORDS.get(random.nextInt(WORDS.size()));
    }
}
