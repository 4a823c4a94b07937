// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Names;
import io.fleetward.policy.match.Search;
import io.fleetward.policy.match.Track;
import io.fleetward.policy.match.Word;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.ContextKeys;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Requests for one action by a device of which nothing is given: its variables have whatever values the words of a
 * search spell between their boundaries.
 *
 * <p>Confined to one thread.
 */
final class AnyDevice {
    private static final ContextKey CLIENT_ID = ContextKey.parse(ContextKeys.CLIENT_ID);

    private final AccountRegion scope;
    private final DeviceAction action;
    private final Variables.OfAnyDevice variables = new Variables.OfAnyDevice();
    private boolean exact;

    AnyDevice(AccountRegion scope, DeviceAction action) {
        this.scope = scope;
        this.action = action;
    }

    DeviceAction action() {
        return action;
    }

    /** What variables are read as. */
    Variables.OfAnyDevice variables() {
        return variables;
    }

    /**
     * The search for all requests that the statements tell apart; whoever connects asks for its own client id.
     *
     * @param automaton what the statements were read into
     */
    Search search(AutomatonBuilder automaton, List<Clause> clauses) {
        int whole = whole();
        var names = new Names(
                Territory.names(action),
                variables.numbered().stream().map(KnownKeys::characters).toList(),
                whole);
        var patterns = new BitSet();
        clauses.forEach(clause -> patterns.or(clause.patterns()));
        var tape = new Search.Tape(patterns, Track.NAME, action.resource(scope, ""));
        var search = new Search(automaton.build(), names, List.of(tape), List.of());
        exact = variables.canAllBeSpelled()
                && !search.missesValues()
                && clauses.stream().noneMatch(this::repeatsWhole);
        return search;
    }

    /** Whether the search spells all values that variables can have. */
    boolean isExact() {
        return exact;
    }

    /** The variables of which the word spells a value, as atoms that therefore are true. */
    Set<Atom> defined(Word word) {
        return spelling(word).values().keySet().stream()
                .map(variables.numbered()::get)
                .map(Atom::defines)
                .collect(Collectors.toSet());
    }

    /**
     * A request that the word spells, made such that of the relevant atoms these are true.
     *
     * @return null when no such request was found that stands the test
     */
    @Nullable
    Witness request(Word word, Cases cases, Set<Atom> truths, Predicate<Witness> test) {
        return spellings(word, cases)
                .map(spelling -> request(spelling, cases.atoms(), truths))
                .filter(Objects::nonNull)
                .filter(test)
                .findFirst()
                .orElse(null);
    }

    /** The word as it is, and with each value that a condition asks for put in place of the variable's. */
    private Stream<Spelling> spellings(Word word, Cases cases) {
        Spelling plain = spelling(word);
        Stream<Spelling> changed = plain.values().keySet().stream()
                .flatMap(variable -> asked(variables.numbered().get(variable), cases).stream()
                        .map(value -> plain.with(variable, value)));
        return Stream.concat(Stream.of(plain), changed);
    }

    private Spelling spelling(Word word) {
        return Spelling.of(word, whole());
    }

    private int whole() {
        return action == DeviceAction.CONNECT ? variables.number(CLIENT_ID) : Names.NONE;
    }

    /** Whether the client id of who connects is asked for twice, of which only the whole name is spelled. */
    private boolean repeatsWhole(Clause clause) {
        return action == DeviceAction.CONNECT
                && clause.source().statement().resources().patterns().stream()
                        .anyMatch(pattern -> pattern.template().variables().stream()
                                        .filter(variable -> KnownKeys.isClientId(variable.key()))
                                        .count()
                                > 1);
    }

    private static List<String> asked(ContextKey key, Cases cases) {
        List<Condition> conditions = cases.atoms().stream()
                .filter(atom -> atom.key().name().equals(key.name()))
                .map(Atom::condition)
                .filter(Objects::nonNull)
                .toList();
        return conditions.isEmpty() ? List.of() : SuggestedValues.single(conditions, new Draft().context());
    }

    private @Nullable Witness request(Spelling spelling, List<Atom> relevant, Set<Atom> truths) {
        var draft = new Draft();
        draft.set(CLIENT_ID, Draft.UNREMARKABLE);
        for (Map.Entry<Integer, String> value : spelling.values().entrySet()) {
            draft.bind(variables.numbered().get(value.getKey()), value.getValue());
        }
        Draft completed = Circumstances.complete(draft, relevant, truths);
        return completed == null
                ? null
                : new Witness(action, action.resource(scope, spelling.name()), completed.keys());
    }
}
