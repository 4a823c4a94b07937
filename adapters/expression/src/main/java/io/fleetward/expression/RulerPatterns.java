// SPDX-License-Identifier: Apache-2.0
package io.fleetward.expression;

import io.fleetward.application.events.rule.PatternLanguage;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.event.ruler.JsonRuleCompiler;
import software.amazon.event.ruler.Machine;
import software.amazon.event.ruler.MachineComplexityEvaluator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Event patterns by AWS's own matcher (hub, event patterns).
 *
 * <p>Thread-safe. What could take the library long is refused before the library sees it: combinations of {@code $or}
 * beyond {@value #MOST_COMBINATIONS}, and wildcards by which one text is in more than {@value #MOST_COMPLEX} states.
 */
public final class RulerPatterns implements PatternLanguage {
    /** Hub, event patterns. */
    static final int MOST_COMBINATIONS = 1000;

    static final int MOST_COMPLEX = 100;

    @Override
    public @Nullable String problem(String pattern) {
        try {
            if (!(JsonMapper.shared().readTree(pattern) instanceof ObjectNode tree)) {
                return "Filter is not an object";
            }
            if (Combinations.of(tree) > MOST_COMBINATIONS) {
                return "Rule is too complex: $or gives more than " + MOST_COMBINATIONS + " combinations";
            }
        } catch (JacksonException notJson) {
            return "Invalid JSON: " + notJson.getOriginalMessage();
        }
        String problem = JsonRuleCompiler.check(pattern, false);
        return problem == null ? complexity(pattern) : firstLine(problem);
    }

    private static @Nullable String complexity(String pattern) {
        int complexity =
                machine(Map.of("rule", pattern)).evaluateComplexity(new MachineComplexityEvaluator(MOST_COMPLEX + 1));
        return complexity > MOST_COMPLEX
                ? "Rule is too complex - try using fewer wildcard characters or fewer repeating character sequences after"
                        + " a wildcard character"
                : null;
    }

    /** The library adds where in the source text it was. */
    private static String firstLine(String problem) {
        int end = problem.indexOf('\n');
        return end < 0 ? problem : problem.substring(0, end);
    }

    @Override
    public EventMatcher compile(Map<String, String> patterns) {
        Machine machine = machine(patterns);
        var outline = EventOutline.of(patterns.values());
        return event -> {
            try {
                return Set.copyOf(machine.rulesForJSONEvent(outline.of(event).toString()));
            } catch (Exception unreadable) {
                throw new IllegalStateException("the event cannot be matched", unreadable);
            }
        };
    }

    private static Machine machine(Map<String, String> patterns) {
        var machine = Machine.builder().build();
        patterns.forEach((name, pattern) -> {
            try {
                machine.addRule(name, pattern);
            } catch (IOException invalid) {
                throw new IllegalArgumentException("not a valid pattern: " + name, invalid);
            }
        });
        return machine;
    }
}
