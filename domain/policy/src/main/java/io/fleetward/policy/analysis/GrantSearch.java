// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.ActionSet;
import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.NameForm;
import io.fleetward.policy.match.Names;
import io.fleetward.policy.match.Reading;
import io.fleetward.policy.match.Search;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Tokens;
import io.fleetward.policy.match.Track;
import io.fleetward.policy.match.WildcardPattern;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Looks for an action of some kind, of any service, that statements allow on a resource of some kind.
 *
 * <p>Actions are spelled in lower case. Confined to one thread; used once.
 */
final class GrantSearch {
    /** How a stranger is told, who stands for any name. */
    private static final String ANYTHING = "*";

    private final List<PlacedStatement> statements;
    private final List<List<Token>> resources;
    private final Budget budget;
    private final AutomatonBuilder actions = new AutomatonBuilder();
    private final List<BitSet> named;
    private final Set<List<PlacedStatement>> seen = new HashSet<>();
    private Answer<Grant> answer = new Answer.None<>();

    /** @param resources on which resources, the preferred ones first */
    GrantSearch(List<PlacedStatement> statements, List<List<Token>> resources, Budget budget) {
        this.statements = statements;
        this.resources = resources;
        this.budget = budget;
        named = statements.stream()
                .map(source -> add(source.statement().actions()))
                .toList();
    }

    /**
     * The answer.
     *
     * @param wanted which actions are looked for
     * @param but patterns of actions that are not
     */
    Answer<Grant> find(List<Token> wanted, List<String> but) {
        var sought = new BitSet();
        sought.set(actions.add(wanted));
        var barred = new BitSet();
        but.forEach(name -> barred.set(actions.add(Tokens.wildcards(lowerCase(name)))));
        var all = new BitSet();
        all.or(sought);
        all.or(barred);
        named.forEach(all::or);
        var tape = new Search.Tape(all, Track.NAME, "");
        var search = new Search(actions.build(), new Names(NameForm.TEXT), List.of(tape), List.of(sought));
        Search.End end = search.run(
                budget,
                reading -> reading.matched().intersects(sought)
                        && !reading.matched().intersects(barred)
                        && isGranted(reading));
        return end == Search.End.OUT_OF_BUDGET ? new Answer.Undecided<>(Answer.Cause.TOO_COMPLEX) : answer;
    }

    private boolean isGranted(Reading reading) {
        List<PlacedStatement> about = IntStream.range(0, statements.size())
                .filter(i -> named.get(i).intersects(reading.matched())
                        != statements.get(i).statement().actions().isNegated())
                .mapToObj(statements::get)
                .toList();
        if (!seen.add(about)) {
            return false;
        }
        String action = reading.word().text(Track.NAME, ANYTHING);
        for (List<Token> kind : resources) {
            switch (new GrantedResources(about, kind).ask(budget)) {
                case Answer.Example<String>(String resource) -> {
                    answer = new Answer.Example<>(new Grant(action, resource));
                    return true;
                }
                case Answer.Undecided<String>(Answer.Cause cause) -> answer = new Answer.Undecided<>(cause);
                case Answer.None<String> _ -> {}
            }
        }
        return false;
    }

    private BitSet add(ActionSet set) {
        var patterns = new BitSet();
        for (WildcardPattern pattern : set.patterns()) {
            patterns.set(actions.add(Tokens.wildcards(lowerCase(pattern.text()))));
        }
        return patterns;
    }

    private static String lowerCase(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
