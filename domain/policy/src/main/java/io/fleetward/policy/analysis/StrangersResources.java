// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.Grammar;
import io.fleetward.policy.match.Names;
import io.fleetward.policy.match.Reading;
import io.fleetward.policy.match.Search;
import io.fleetward.policy.match.Selections;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Track;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Asks whether one action is allowed on the resources of a stranger's device. Confined to one thread. */
final class StrangersResources implements Inquiry.Question<Witness> {
    /** Names of very different kinds; no policy has a reason to speak of all of them. */
    private static final List<String> STRANGERS = List.of(
            "another-device",
            "q7Zx0-probe-A",
            "9vKd_other_B",
            "00000000",
            "ZZZZ:ZZZZ",
            "another-device-with-a-very-long-name-" + "0".repeat(90));

    private final DeviceAction action;
    private final AccountRegion scope;
    private final List<NamedPolicy> policies;
    private final Draft device;
    private final Clauses clauses;
    private final BitSet territory = new BitSet();
    private final Search search;

    private StrangersResources(
            AccountRegion scope,
            DeviceAction action,
            List<NamedPolicy> policies,
            List<PlacedStatement> statements,
            Draft device) {
        this.scope = scope;
        this.action = action;
        this.policies = policies;
        this.device = device;
        var automaton = new AutomatonBuilder();
        var variables = new Variables.OfOneDevice(device.context(), action == DeviceAction.CONNECT);
        clauses = new ClauseReader(automaton, variables).read(statements);
        for (List<Token> name : Territory.ofAStranger(action)) {
            territory.set(automaton.add(name));
        }
        search = new Search(automaton.build(), grammar(), tapes(), vital());
    }

    /**
     * The answer.
     *
     * @param policies what a request is confirmed by
     * @param statements those of them that count, all about this action
     */
    static Answer<Witness> ask(
            AccountRegion scope,
            DeviceAction action,
            List<NamedPolicy> policies,
            List<PlacedStatement> statements,
            Budget budget) {
        return Answer.ofAny(Device.askingWithAndWithoutThing(action, statements)
                .map(device -> new StrangersResources(scope, action, policies, statements, device))
                .map(question -> new Inquiry<>(question, budget).ask(question.search)));
    }

    @Override
    public Draft device() {
        return device;
    }

    @Override
    public Stream<Atom> atoms(BitSet matched) {
        return matched.intersects(territory) ? clauses.atoms(matched) : Stream.of();
    }

    @Override
    public boolean isMet(BitSet matched, Set<Atom> truths) {
        return matched.intersects(territory) && clauses.outcome(matched, truths).isAllowed();
    }

    @Override
    public @Nullable Witness confirm(Reading reading, List<Atom> relevant, Set<Atom> truths) {
        for (String stranger : strangers(relevant)) {
            String name = reading.word().text(track(), stranger);
            Draft draft = action == DeviceAction.CONNECT ? Device.connecting(device, name) : device;
            Draft completed = Circumstances.complete(draft, relevant, truths);
            if (completed != null) {
                var witness = new Witness(action, action.resource(scope, name), completed.keys());
                if (PolicyEngine.decide(policies, witness.request()).outcome().isAllowed()) {
                    return witness;
                }
            }
        }
        return null;
    }

    /** Names to try; a condition on the client id has a say in what a client calls itself. */
    private List<String> strangers(List<Atom> relevant) {
        List<Condition> conditions = relevant.stream()
                .filter(atom -> action == DeviceAction.CONNECT && KnownKeys.isClientId(atom.key()))
                .map(Atom::condition)
                .filter(Objects::nonNull)
                .toList();
        return conditions.isEmpty()
                ? STRANGERS
                : Stream.concat(STRANGERS.stream(), SuggestedValues.single(conditions, device.context()).stream())
                        .toList();
    }

    /** A filter belongs to the stranger when it selects one of his topics; as AWS is understood, so does {@code #}. */
    private Grammar grammar() {
        return action == DeviceAction.SUBSCRIBE ? new Selections(true) : new Names(Territory.names(action));
    }

    private Track track() {
        return action == DeviceAction.SUBSCRIBE ? Track.FILTER : Track.NAME;
    }

    private List<Search.Tape> tapes() {
        return List.of(
                new Search.Tape(clauses.patterns(), track(), action.resource(scope, "")),
                new Search.Tape(territory, Track.NAME, ""));
    }

    private List<BitSet> vital() {
        var vital = new ArrayList<BitSet>();
        vital.add(territory);
        BitSet granting = clauses.vital(Effect.ALLOW);
        if (granting != null) {
            vital.add(granting);
        }
        return vital;
    }
}
