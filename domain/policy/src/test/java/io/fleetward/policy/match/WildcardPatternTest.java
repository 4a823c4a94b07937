// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import io.fleetward.testkit.Seed;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardPatternTest {
    private static final PolicyContext CONTEXT =
            PolicyContext.builder().put("a", "*").put("b", "ab").put("e", "").build();

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(delimiter = '|', emptyValue = "", textBlock = """
                    ''      | ''     | true
                    ''      | a      | false
                    *       | ''     | true
                    **      | abc    | true
                    ?       | ''     | false
                    ?       | 🚰     | true
                    ??      | 🚰     | false
                    *?      | 🚰     | true
                    ?*      | 🚰     | true
                    *??*    | 🚰     | false
                    a*a     | a      | false
                    a*a     | aa     | true
                    *ab*    | aab    | true
                    a*b*c   | abcbc  | true
                    a*b*c   | acb    | false
                    *a?a*   | baaa   | true
                    ab*ba   | aba    | false
                    ${a}    | *      | true
                    ${a}    | x      | false
                    *${b}   | xab    | true
                    ${b}*   | abx    | true
                    *${b}*  | xaby   | true
                    *${b}*  | xayb   | false
                    ${b}${b}| abab   | true
                    *${e}*  | ''     | true
                    ${e}*   | ab     | true
                    ${c}    | ${c}   | false
                    *${c}*  | ${c}   | false
                    ${c}*   | x      | false
                    *${c}   | x      | false
                    """)
    void matches(String pattern, String text, boolean expected) {
        assertThat(WildcardPattern.of(Template.parse(pattern)).matches(text, CONTEXT))
                .isEqualTo(expected);
    }

    @Test
    void agreesWithANaiveMatcher() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int round = 0; round < 20_000; round++) {
            String pattern = word(random, new String[] {"a", "b", "🚰", "*", "?", "${a}", "${b}", "${*}"}, 8);
            String text = word(random, new String[] {"a", "b", "🚰", "*", "ab"}, 10);

            assertThat(WildcardPattern.of(Template.parse(pattern)).matches(text, CONTEXT))
                    .as("%s and %s, %s", pattern, text, seed)
                    .isEqualTo(NaiveMatcher.matches(pattern, text));
        }
    }

    @Test
    void takesTimeInProportionToPatternAndTextAtWorst() {
        WildcardPattern hostile = WildcardPattern.of(Template.parse("*a".repeat(1000) + "*?b?*c"));
        String text = "a".repeat(60_000);

        boolean matches = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> hostile.matches(text, CONTEXT));

        assertThat(matches).isFalse();
    }

    @Test
    void namesItsUndefinedVariables() {
        WildcardPattern pattern = WildcardPattern.of(Template.parse("${a}/${iot:ClientId}/${X, 'y'}"));

        assertThat(pattern.undefined(CONTEXT)).containsExactly("iot:ClientId");
        assertThat(pattern.isUndefined(CONTEXT)).isTrue();
        assertThat(pattern).hasToString("${a}/${iot:ClientId}/${X, 'y'}");
    }

    @Test
    void comparesLowerCaseTextWhateverItsOwnCase() {
        WildcardPattern pattern = WildcardPattern.ignoringCase("IoT:Pub*");

        assertThat(pattern.matches("iot:publish")).isTrue();
        assertThat(pattern.text()).isEqualTo("IoT:Pub*");
    }

    private static String word(RandomGenerator random, String[] alphabet, int longest) {
        var word = new StringBuilder();
        for (int length = random.nextInt(longest + 1); length > 0; length--) {
            word.append(alphabet[random.nextInt(alphabet.length)]);
        }
        return word.toString();
    }
}
