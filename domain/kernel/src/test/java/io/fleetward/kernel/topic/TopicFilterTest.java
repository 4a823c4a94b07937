// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicFilterTest {
    @ParameterizedTest
    @CsvSource({
        "a, a, true",
        "a, b, false",
        "a/b, a/b, true",
        "a/b, a, false",
        "a, a/b, false",
        "a/+, a/b, true",
        "a/+, a, false",
        "a/+, a/b/c, false",
        "a/+, a/, true",
        "+, a, true",
        "+/+, a/b, true",
        "+/+, /a, true",
        "+, /a, false",
        "a/#, a/b, true",
        "a/#, a/b/c, true",
        "a/#, a/, true",
        "a/#, a, false",
        "#, a/b, true",
        "#, /, true",
        "a/+/c, a/b/c, true",
        "a/+/c, a/b/d, false",
        "a/+/#, a/b/c/d, true",
        "a/+/#, a/b, false",
        "#, $aws/x, false",
        "+/x, $aws/x, false",
        "$aws/#, $aws/x, true",
        "$aws/+, $aws/x, true",
        "A, a, false",
        "a//b, a//b, true",
        "$share/g/a/+, a/b, true",
        "$share/g/#, $aws/x, false",
    })
    void matchesAsAwsDoes(String filter, String topic, boolean expected) {
        assertThat(filter(filter).matches(new TopicName(topic))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b, true",
        "a/+, a/b, true",
        "a/+, a/+, true",
        "a/b, a/+, false",
        "a/#, a/+, true",
        "a/#, a/#, true",
        "a/#, a/b/#, true",
        "a/#, a, false",
        "a/+, a/#, false",
        "a/+/c, a/b, false",
        "#, a/#, true",
        "#, $aws/#, false",
        "+/x, $aws/x, false",
        "$aws/#, $aws/x, true",
        "a/#, $share/g/a/+, true",
    })
    void coversAFilterWhoseTopicsItMatchesAll(String filter, String other, boolean expected) {
        assertThat(filter(filter).covers(filter(other))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a+",
                "+a",
                "a/b+/c",
                "#/a",
                "a/#/b",
                "a#",
                "##",
                "a/+#",
                "$share/g",
                "$share/g/",
                "$share//a",
                "$share/g+/a",
                "$share/#/a",
                "a\u0000b",
                "a\ud800b"
            })
    void refusesWhatIsNotAFilter(String text) {
        assertThat(TopicFilter.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/+", "#", "a\u0000", "\udc00"})
    void refusesWhatIsNotATopicName(String text) {
        assertThat(TopicName.parse(text)).isNull();
    }

    @Test
    void splitsTheSharingGroupFromThePattern() {
        assertThat(filter("$share/g/a/#")).isEqualTo(new TopicFilter("g", "a/#"));
        assertThat(filter("$share/g/a/#")).hasToString("$share/g/a/#");
    }

    @ParameterizedTest
    @CsvSource({
        "a/b/c/d/e/f/g/h, true",
        "a/b/c/d/e/f/g/h/i, false",
        "$aws/rules/r/a/b/c/d/e/f/g/h, true",
        "$aws/rules/r/a/b/c/d/e/f/g/h/i, false",
    })
    void limitsTheNumberOfSlashes(String topic, boolean allowed) {
        assertThat(TopicLimits.AWS.check(new TopicName(topic)) == null).isEqualTo(allowed);
    }

    @Test
    void countsBytesAndNotCharacters() {
        assertThat(TopicLimits.AWS.check(new TopicName("ü".repeat(128)))).isNull();
        assertThat(TopicLimits.AWS.check(new TopicName("ü".repeat(129)))).isNotNull();
        assertThat(TopicLimits.AWS.check(new TopicName("😀".repeat(64)))).isNull();
        assertThat(TopicLimits.AWS.check(new TopicName("😀".repeat(65)))).isNotNull();
        assertThat(TopicLimits.AWS.check(filter("$share/" + "g".repeat(128) + "/" + "a".repeat(256))))
                .isNull();
    }

    @Test
    void agreesWithAMatcherThatGoesLevelByLevel() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        for (int i = 0; i < 20_000; i++) {
            TopicName topic = new TopicName(RandomTopics.name(random));
            TopicFilter filter = filter(RandomTopics.filter(random));
            assertThat(filter.matches(topic))
                    .as("%s %s %s", seed, filter, topic)
                    .isEqualTo(RandomTopics.naiveMatch(filter.pattern(), topic.value()));
        }
    }

    private static TopicFilter filter(String text) {
        return Objects.requireNonNull(TopicFilter.parse(text), text);
    }
}
