// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodePointsTest {
    private static final List<String> PIECES =
            List.of("a", "b", "\uD7FF", "\uE000", "\uFFFF", "\uD800\uDC00", "\uDBFF\uDFFF", "\uD83D\uDE00");

    @Test
    void comparesAsListsOfCodePointsDo() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int i = 0; i < 10_000; i++) {
            String left = text(random);
            String right = text(random);
            int expected = Arrays.compare(
                    left.codePoints().toArray(), right.codePoints().toArray());
            assertThat(Integer.signum(CodePoints.compare(left, right)))
                    .as("%s: %s and %s", seed, left, right)
                    .isEqualTo(Integer.signum(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"a, b", "arn:aws, arn:awt", "\uD7FF, \uE000", "\uFFFF, \uD800\uDC00", "x\uDBFF\uDFFF, y"})
    void knowsWhatComesBehindAllThatBeginWithAText(String prefix, String behind) {
        assertThat(CodePoints.behindAllThatBeginWith(prefix)).isEqualTo(behind);
        assertThat(CodePoints.compare(prefix, behind)).isNegative();
        assertThat(CodePoints.compare(prefix + "\uDBFF\uDFFF", behind)).isNegative();
    }

    @Test
    void nothingComesBehindTheLastTexts() {
        assertThat(CodePoints.behindAllThatBeginWith("\uDBFF\uDFFF")).isEmpty();
        assertThat(CodePoints.behindAllThatBeginWith("half \uD800")).isEmpty();
    }

    private static String text(RandomGenerator random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
