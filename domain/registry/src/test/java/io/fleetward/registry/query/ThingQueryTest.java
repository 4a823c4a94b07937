// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThingQueryTest {
    private static final IndexedThing PUMP = QueriedThings.thing(
            "Pump-1", "pumps", Map.of("site", "North", "size", "75.5", "ratio", "1e2"), "Hall", "plants");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "pump-1",
                "NORTH",
                "thingName:pump-1",
                "thingName : Pump?1",
                "thingName:p*-*1",
                "thingName:\"PUMP-1\"",
                "thingTypeName:pumps",
                "registry.thingTypeName:pum*",
                "thingGroupNames:hall AND thingGroupNames:plants",
                "registry.thingGroupNames:hall",
                "attributes.site:*",
                "attributes.size:{75 TO 80]",
                "attributes.size:[* TO 75.5]",
                "attributes.size>75",
                "attributes.size >= 75.5",
                "attributes.size<1e3",
                "attributes.size<=75.5",
                "attributes.ratio=100",
                "attributes.site:[\"north\" TO \"nortz\"}",
                "attributes.site:n*h AND attributes.size<100 NOT attributes.size>80",
                "thingName:(pump* AND -pump-2)",
                "NOT attributes.none:*",
                "NOT NOT thingName:pump*",
                "thingName:x AND thingName:y OR thingName:pump*",
                "thingName:pump* OR thingName:x AND thingName:y",
                "thingName:x OR (thingName:pump* attributes.site:north)",
                "\\Pump\\-1",
                "[70 TO 80]"
            })
    void fits(String query) {
        assertThat(ThingQuery.parse(query).matches(PUMP)).as(query).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pump",
                "pump-?1",
                "thingName:pump-2",
                "attributes.Site:north",
                "thingTypeName:pump?s",
                "attributes.size:{75.5 TO 80]",
                "attributes.size:[70 TO 75.5}",
                "attributes.size<75.5",
                "attributes.size>75.5",
                "attributes.site<5",
                "attributes.site:{\"north\" TO \"z\"]",
                "NOT *",
                "-attributes.site:north",
                "thingName:pump* NOT thingGroupNames:hall",
                "thingName:pump* AND (thingName:x OR thingName:y)",
                "thingName:pump\\*",
                "thingName:or or thingName:pump*"
            })
    void doesNotFit(String query) {
        assertThat(ThingQuery.parse(query).matches(PUMP)).as(query).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                    ''                          | ends where a term must follow
                    thingName:                  | ends where a term must follow
                    a AND                       | ends where a term must follow
                    a OR OR b                   | Unexpected O
                    AND a                       | Unexpected A
                    (a                          | ends where
                    a)                          | Unexpected )
                    *a                          | begin with a wildcard
                    thingName:?a                | begin with a wildcard
                    thingName:**                | begin with a wildcard
                    thingName:a:b               | Unexpected :
                    "a                          | within a phrase
                    a~                          | Unexpected ~
                    a^2                         | Unexpected ^
                    /a/                         | Unexpected /
                    +a                          | Unexpected +
                    a\\                         | ends where
                    attributes.a<b              | Not a number: b
                    attributes.a<NaN            | Not a number: NaN
                    attributes.a>1e999          | Not a number
                    attributes.a:[1 TO b*]      | Not a number: b*
                    attributes.a:[1 2]          | Unexpected 2
                    attributes.a:[1 TO 2        | ends where
                    attributes.a:["a" TO 2]     | both are quoted
                    attributes.a:[* TO *]       | bound on one side
                    thingName:(thingId:a)       | not the field thingId
                    attributes.:a               | field attributes. is not indexed
                    thingnam*:a                 | field thingnam* is not indexed
                    thingname:a                 | field thingname is not indexed
                    connectivity.connected:true | field connectivity.connected is not indexed
                    shadow.reported.a:1         | field shadow.reported.a is not indexed
                    registry.version:1          | field registry.version is not indexed
                    """)
    void refuses(String query, String reason) {
        assertThatThrownBy(() -> ThingQuery.parse(query))
                .isInstanceOf(InvalidQueryException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void isBounded() {
        assertThat(ThingQuery.parse("a b c d e f g").text()).isEqualTo("a b c d e f g");
        assertThatThrownBy(() -> ThingQuery.parse("a b c d e f (g OR h)")).hasMessageContaining("at most 7 terms");
        assertThat(ThingQuery.parse("a".repeat(1000)).matches(PUMP)).isFalse();
        assertThatThrownBy(() -> ThingQuery.parse("a".repeat(1001))).hasMessageContaining("1000 characters");
        assertThat(ThingQuery.parse("(".repeat(16) + "pump-1" + ")".repeat(16)).matches(PUMP))
                .isTrue();
        assertThatThrownBy(() -> ThingQuery.parse("(".repeat(17) + "a" + ")".repeat(17)))
                .hasMessageContaining("16 deep");
    }

    @Test
    void refusesTheCharactersThatStandForWildcardsWithin() {
        assertThatThrownBy(() -> ThingQuery.parse("a\uE000")).isInstanceOf(InvalidQueryException.class);
        assertThatThrownBy(() -> ThingQuery.parse("a\\\uE001")).isInstanceOf(InvalidQueryException.class);
    }

    @Test
    void knowsWhetherItReadsGroups() {
        assertThat(ThingQuery.parse("thingGroupNames:a").readsGroups()).isTrue();
        assertThat(ThingQuery.parse("thingName:a OR (thingId:b NOT c)").readsGroups())
                .isTrue();
        assertThat(ThingQuery.parse("thingName:a OR (attributes.b:b NOT thingId:c)")
                        .readsGroups())
                .isFalse();
    }

    @Test
    void isItsText() {
        ThingQuery query = ThingQuery.parse("thingName:a");

        assertThat(query)
                .hasToString("thingName:a")
                .isEqualTo(ThingQuery.parse("thingName:a"))
                .hasSameHashCodeAs(ThingQuery.parse("thingName:a"))
                .isNotEqualTo(ThingQuery.parse("thingName:b"));
    }
}
