// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Event patterns (hub, event patterns). */
class RulerPatternsTest {
    private static final ObjectNode EVENT = event("""
            {"source": "aws.securityhub", "detail-type": "Security Hub Findings - Imported", "n": 5, "empty": "",
             "nothing": null, "ip": "10.0.0.7", "flag": true, "resources": ["arn:a", "arn:b"],
             "detail": {"findings": [{"Severity": {"Label": "HIGH"}, "Workflow": {"Status": "NEW"},
               "ProductArn": "arn:aws:securityhub:us-east-1::product/aws/iot-device-defender-detect",
               "Resources": [{"Type": "A", "Id": "1"}, {"Type": "B", "Id": "2"}]}]}}
            """);

    private final RulerPatterns patterns = new RulerPatterns();

    private static ObjectNode event(String text) {
        return (ObjectNode) JsonMapper.shared().readTree(text);
    }

    private boolean matches(String pattern) {
        assertThat(patterns.problem(pattern)).as(pattern).isNull();
        return !patterns.compile(Map.of("rule", pattern)).matches(EVENT).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"source\":[\"aws.securityhub\"],\"detail\":{\"findings\":{\"Severity\":{\"Label\":[\"HIGH\",\"CRITICAL\"]}}}}|true",
                "{\"detail\":{\"findings\":{\"ProductArn\":[{\"suffix\":\"iot-device-defender-detect\"}]}}}|true",
                "{\"detail\":{\"findings\":{\"Resources\":{\"Type\":[\"A\"],\"Id\":[\"1\"]}}}}|true",
                "{\"detail\":{\"findings\":{\"Resources\":{\"Type\":[\"A\"],\"Id\":[\"2\"]}}}}|false",
                "{\"source\":[{\"prefix\":\"aws.\"}]}|true",
                "{\"source\":[{\"equals-ignore-case\":\"AWS.SecurityHub\"}]}|true",
                "{\"source\":[{\"wildcard\":\"aws*hub\"}]}|true",
                "{\"source\":[{\"anything-but\":[\"aws.securityhub\"]}]}|false",
                "{\"source\":[{\"anything-but\":{\"prefix\":\"x\"}}]}|true",
                "{\"n\":[{\"numeric\":[\">\",0,\"<=\",5]}]}|true",
                "{\"n\":[{\"numeric\":[\">\",5]}]}|false",
                "{\"n\":[5]}|true",
                "{\"ip\":[{\"cidr\":\"10.0.0.0/24\"}]}|true",
                "{\"nobody\":[{\"exists\":false}]}|true",
                "{\"source\":[{\"exists\":false}]}|false",
                "{\"empty\":[\"\"],\"nothing\":[null],\"flag\":[true]}|true",
                "{\"resources\":[\"arn:b\"]}|true",
                "{\"$or\":[{\"n\":[9]},{\"flag\":[true]}]}|true"
            })
    void matchesAsEventBridgeDoes(String pattern, boolean expected) {
        assertThat(matches(pattern)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "7",
                "{}",
                "{\"a\":\"b\"}",
                "{\"a\":[]}",
                "{\"a\":[{\"nonsense\":1}]}",
                "{\"a\":[{\"wildcard\":\"a**b\"}]}",
                "{\"a\":[{\"numeric\":[\"!\",1]}]}",
                "{\"a\":[{\"cidr\":\"300.0.0.0/8\"}]}",
                "{\"a\":[{\"anything-but\":[1,\"x\"]}]}"
            })
    void saysWhatIsWrong(String pattern) {
        assertThat(patterns.problem(pattern)).isNotBlank().doesNotContain("\n");
    }

    @Test
    void refusesMoreCombinationsThanCanBeMade() {
        String or = IntStream.range(0, 40)
                .mapToObj(i -> "\"f" + i + "\":{\"$or\":[{\"a\":[1]},{\"b\":[2]}]}")
                .collect(Collectors.joining(",", "{", "}"));

        assertThat(patterns.problem(or)).contains("too complex");
    }

    @Test
    void refusesWildcardsThatCostTooMuch() {
        String costly = IntStream.range(0, 60)
                .mapToObj(i -> "{\"wildcard\":\"*a*a*a*a*a*" + i + "\"}")
                .collect(Collectors.joining(",", "{\"a\":[", "]}"));

        assertThat(patterns.problem(costly)).contains("fewer wildcard characters");
    }

    @Test
    void survivesDeepNesting() {
        String deep = "{\"a\":".repeat(800) + "[1]" + "}".repeat(800);

        assertThat(patterns.problem(deep))
                .satisfiesAnyOf(
                        problem -> assertThat(problem).isNull(),
                        problem -> assertThat(problem).isNotBlank());
    }

    @Test
    void tellsTheRulesApart() {
        var matcher =
                patterns.compile(Map.of("one", "{\"n\":[5]}", "two", "{\"flag\":[true]}", "three", "{\"n\":[6]}"));

        assertThat(matcher.matches(EVENT)).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void neverTakesWhatIsNoPattern() {
        assertThatThrownBy(() -> patterns.compile(Map.of("one", "{"))).isInstanceOf(IllegalArgumentException.class);
    }
}
