// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class TextSearchTest {
    @Test
    void findsEveryPlaceOfARandomText() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int i = 0; i < 5_000; i++) {
            String text = text(random, random.nextInt(40));
            String wanted = text(random, 1 + random.nextInt(6));
            assertThat(places(text, wanted))
                    .as("%s: %s in %s", seed, wanted, text)
                    .isEqualTo(naive(text, wanted));
        }
    }

    @Test
    void isNotStalledByTextsThatAlmostFit() {
        String text = "a".repeat(2_000_000);
        String wanted = "a".repeat(1_000_000) + "b";
        var test = new TextTest(TextTest.Comparison.CONTAINS, wanted);
        var word = new WordSearch("-aa".repeat(300_000) + "-a");
        String texts = "-aa".repeat(900_000);
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(test.hits(text)).isFalse();
            assertThat(word.occursIn(texts)).isFalse();
        });
    }

    private static List<Integer> places(String text, String wanted) {
        var places = new ArrayList<Integer>();
        new TextSearch(wanted).any(text, start -> {
            places.add(start);
            return false;
        });
        return places;
    }

    private static List<Integer> naive(String text, String wanted) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith(wanted, i)) {
                places.add(i);
            }
        }
        return places;
    }

    private static String text(RandomGenerator random, int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append("ab".charAt(random.nextInt(2)));
        }
        return text.toString();
    }
}
