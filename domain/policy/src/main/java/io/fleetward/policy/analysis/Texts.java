// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.NameForm;
import io.fleetward.policy.match.Names;
import io.fleetward.policy.match.Reading;
import io.fleetward.policy.match.Search;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Tokens;
import io.fleetward.policy.match.Track;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts that conditions tell apart: one for each way in which their values can match.
 *
 * <p>Immutable.
 *
 * @param areAll whether there are no other ways, the empty text aside
 */
record Texts(List<String> samples, boolean areAll) {
    Texts {
        samples = List.copyOf(samples);
    }

    /** What the conditions on texts among these tell apart, with variables as the context defines them. */
    static Texts apart(List<Condition> conditions, PolicyContext context) {
        var automaton = new AutomatonBuilder();
        var patterns = new BitSet();
        for (Condition condition : conditions) {
            for (Template value : condition.values()) {
                List<Token> tokens = tokens(condition, value, context);
                if (!tokens.isEmpty()) {
                    patterns.set(automaton.add(tokens));
                }
            }
        }
        if (patterns.isEmpty()) {
            return new Texts(List.of(), true);
        }
        Map<BitSet, String> samples = new LinkedHashMap<>();
        var search = new Search(
                automaton.build(),
                new Names(NameForm.TEXT),
                List.of(new Search.Tape(patterns, Track.NAME, "")),
                List.of());
        Search.End end = search.run(new Budget(Effort.PER_KEY), reading -> note(reading, samples));
        return new Texts(List.copyOf(samples.values()), end == Search.End.COMPLETE);
    }

    /** Answers false, so that the search goes on. */
    private static boolean note(Reading reading, Map<BitSet, String> samples) {
        samples.computeIfAbsent(reading.matched(), _ -> reading.word().text(Track.NAME, ""));
        return false;
    }

    /** What the value matches; empty when it is no matter of texts. */
    private static List<Token> tokens(Condition condition, Template value, PolicyContext context) {
        return switch (condition.operator().comparison()) {
            case STRING_EQUALS, STRING_NOT_EQUALS -> {
                String text = value.render(context);
                yield text == null ? List.of() : Tokens.text(text);
            }
            case STRING_LIKE, STRING_NOT_LIKE -> {
                List<Token> tokens = Tokens.of(value, new Variables.OfOneDevice(context, false)::tokens);
                yield tokens == null ? List.of() : tokens;
            }
            default -> List.of();
        };
    }
}
