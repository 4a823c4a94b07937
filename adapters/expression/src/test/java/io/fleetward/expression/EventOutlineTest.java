// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.testkit.Seed;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.event.ruler.Machine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class EventOutlineTest {
    private static final int ROUNDS = 1_000;
    private static final int DEEPEST = 3;
    private static final List<String> NAMES = List.of("a", "b", "c", "a.b", "b.c", "$or");
    private static final List<String> CONDITIONS = List.of(
            "1", "\"x\"", "true", "null", "{\"exists\":true}", "{\"exists\":false}", "{\"anything-but\":[\"x\"]}");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":[1]}|{\"a\":1,\"b\":2}|{\"a\":1}",
                "{\"a\":{\"b\":[1]}}|{\"a\":{\"b\":1,\"c\":2}}|{\"a\":{\"b\":1}}",
                "{\"a\":{\"b\":[1]}}|{\"a\":[{\"b\":1,\"c\":2},3]}|{\"a\":[{\"b\":1},3]}",
                "{\"$or\":[{\"a\":[1]},{\"b\":[1]}]}|{\"a\":1,\"b\":2,\"c\":3}|{\"a\":1,\"b\":2}",
                "{\"a.b\":[1]}|{\"a\":{\"b\":1,\"c\":2}}|{\"a\":{\"b\":1,\"c\":2}}",
                "{\"a\":{\"b\":[1]}}|{\"a.b\":1,\"b.a\":1}|{\"a.b\":1}"
            })
    void keepsWhatPatternsName(String pattern, String event, String outline) {
        ObjectNode whole = (ObjectNode) JsonMapper.shared().readTree(event);

        assertThat(EventOutline.of(List.of(pattern)).of(whole)).hasToString(outline);
        assertThat(whole).as("the event").hasToString(event);
    }

    @Test
    void anOutlineMatchesExactlyWhatItsEventMatches() throws Exception {
        RandomGenerator random = Seed.current().generator();
        var patterns = new RulerPatterns();
        int matched = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String pattern = pattern(random, DEEPEST).toString();
            if (patterns.problem(pattern) != null) {
                continue;
            }
            var machine = Machine.builder().build();
            machine.addRule("rule", pattern);
            ObjectNode event = event(random, DEEPEST);

            List<String> ofWhole = machine.rulesForJSONEvent(event.toString());
            String outline = EventOutline.of(List.of(pattern)).of(event).toString();

            assertThat(machine.rulesForJSONEvent(outline))
                    .as("%s of %s, as %s", pattern, event, outline)
                    .isEqualTo(ofWhole);
            matched += ofWhole.size();
        }
        assertThat(matched).isBetween(ROUNDS / 100, ROUNDS / 2);
    }

    private static ObjectNode pattern(RandomGenerator random, int depth) {
        ObjectNode pattern = JsonNodeFactory.instance.objectNode();
        for (int field = random.nextInt(2) + 1; field > 0; field--) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            if (name.equals("$or") && depth > 0) {
                pattern.putArray(name).add(pattern(random, depth - 1)).add(pattern(random, depth - 1));
            } else if (random.nextBoolean() && depth > 0) {
                pattern.set(name, pattern(random, depth - 1));
            } else {
                pattern.putArray(name).add(any(random, CONDITIONS));
            }
        }
        return pattern;
    }

    private static ObjectNode event(RandomGenerator random, int depth) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        for (int field = random.nextInt(4); field > 0; field--) {
            event.set(NAMES.get(random.nextInt(NAMES.size())), value(random, depth));
        }
        return event;
    }

    private static JsonNode value(RandomGenerator random, int depth) {
        int kind = depth > 0 ? random.nextInt(3) : 0;
        return switch (kind) {
            case 1 -> event(random, depth - 1);
            case 2 ->
                JsonNodeFactory.instance
                        .arrayNode()
                        .add(value(random, depth - 1))
                        .add(value(random, depth - 1));
            default -> any(random, CONDITIONS.subList(0, 4));
        };
    }

    private static JsonNode any(RandomGenerator random, List<String> texts) {
        return JsonMapper.shared().readTree(texts.get(random.nextInt(texts.size())));
    }
}
