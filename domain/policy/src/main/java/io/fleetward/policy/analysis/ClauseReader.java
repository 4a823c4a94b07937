// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.Effect;
import io.fleetward.policy.document.ResourceSet;
import io.fleetward.policy.document.Statement;
import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Tokens;
import io.fleetward.policy.match.WildcardPattern;
import io.fleetward.policy.variable.Template;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Hands statements over to an automaton.
 *
 * @param isRead which patterns count among the resources of an Allow; the others match nothing
 */
record ClauseReader(AutomatonBuilder automaton, Variables variables, Predicate<WildcardPattern> isRead) {
    ClauseReader(AutomatonBuilder automaton, Variables variables) {
        this(automaton, variables, _ -> true);
    }

    /** The clauses of these statements; their patterns are now part of the automaton. */
    Clauses read(List<PlacedStatement> statements) {
        return statements.stream()
                .map(this::clause)
                .collect(Collectors.collectingAndThen(Collectors.toList(), Clauses::new));
    }

    private Clause clause(PlacedStatement source) {
        Statement statement = source.statement();
        ResourceSet resources = statement.resources();
        var patterns = new BitSet();
        boolean grants = statement.effect() == Effect.ALLOW && !resources.isNegated();
        boolean isUndefined = false;
        for (WildcardPattern pattern : resources.patterns()) {
            List<Token> tokens = Tokens.of(pattern.template(), variables::tokens);
            if (tokens == null) {
                isUndefined = true;
            } else if (!grants || isRead.test(pattern)) {
                patterns.set(automaton.add(tokens));
            }
        }
        List<Atom> definitions = resources.isNegated() ? definitions(resources) : List.of();
        List<Atom> conditions = statement.conditions().stream()
                .map(condition -> Atom.meets(condition, statement.effect()))
                .toList();
        return new Clause(source, patterns, conditions, definitions, isUndefined && resources.isNegated());
    }

    private List<Atom> definitions(ResourceSet resources) {
        return resources.patterns().stream()
                .flatMap(pattern -> pattern.template().variables().stream())
                .map(Template.Variable::key)
                .filter(Objects::nonNull)
                .filter(variables::isOptional)
                .map(Atom::defines)
                .distinct()
                .toList();
    }
}
