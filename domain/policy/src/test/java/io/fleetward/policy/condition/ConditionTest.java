// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {
    private static final ContextKey KEY = ContextKey.parse("test:Key");

    @ParameterizedTest(name = "{0}: {1} {2} with {3} is {4}")
    @CsvFileSource(resources = "conditions.csv", delimiter = '|', numLinesToSkip = 3)
    void holdsAsTheOperatorSays(
            String id, String operator, String values, String requested, String expected, String source) {
        Condition condition = condition(operator, words(values, "none"));
        PolicyContext context = PolicyContext.builder()
                .put("TEST:kEY", words(requested, "absent"))
                .build();

        boolean whenPermissive = condition.holds(context, true);
        boolean whenRestrictive = condition.holds(context, false);

        assertThat(List.of(whenPermissive, whenRestrictive))
                .as("%s (%s): %s", id, source, condition)
                .isEqualTo(
                        switch (expected) {
                            case "true" -> List.of(true, true);
                            case "false" -> List.of(false, false);
                            default -> List.of(true, false);
                        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stringEquals",
                "StringMatches",
                "StringEqualsIfexists",
                "ForAnyValue:",
                "ForSomeValues:StringEquals",
                "NullIfExists",
                "ForAllValues:Null",
                "IfExists",
                "StringEqualsIfExistsIfExists"
            })
    void knowsNoOtherOperators(String name) {
        assertThat(ConditionOperator.parse(name)).isNull();
    }

    @Test
    void writesAnOperatorAsItWasRead() {
        String name = "ForAnyValue:ArnNotLikeIfExists";

        assertThat(ConditionOperator.parse(name))
                .isEqualTo(new ConditionOperator(Quantifier.FOR_ANY_VALUE, Comparison.ARN_NOT_LIKE, true))
                .hasToString(name);
    }

    @Test
    void namesTheKeysThatAreNotDefined() {
        Condition condition = condition("StringEquals", List.of("${iot:ClientId}-${aws:SourceIp}", "x"));

        assertThat(condition.undefined(
                        PolicyContext.builder().put("aws:SourceIp", "192.0.2.1").build()))
                .containsExactly("test:Key", "iot:ClientId");
    }

    @Test
    void changesWithTimeWhenKeyOrValueIsTheTime() {
        Template plain = Template.parse("x");
        Template timed = Template.parse("${aws:EpochTime}");
        var operator = new ConditionOperator(Quantifier.NONE, Comparison.STRING_EQUALS, false);

        assertThat(new Condition(operator, KEY, List.of(plain)).dependsOnTime()).isFalse();
        assertThat(new Condition(operator, KEY, List.of(plain, timed)).dependsOnTime())
                .isTrue();
        assertThat(new Condition(operator, ContextKey.parse("AWS:currenttime"), List.of(plain)).dependsOnTime())
                .isTrue();
    }

    private static Condition condition(String operator, List<String> values) {
        return new Condition(
                Objects.requireNonNull(ConditionOperator.parse(operator)),
                KEY,
                values.stream().map(Template::parse).toList());
    }

    private static List<String> words(String text, String none) {
        return text.equals(none) ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
