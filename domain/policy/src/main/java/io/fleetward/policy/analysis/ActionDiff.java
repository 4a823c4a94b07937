// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.evaluate.Outcome;
import io.fleetward.policy.evaluate.PolicyEngine;
import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.Reading;
import io.fleetward.policy.match.Search;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a change of policies changes for one action. Confined to one thread. */
final class ActionDiff {
    /** What differences have in common that are told as one. */
    private record Kind(Outcome before, Outcome after, List<PlacedStatement> because) {}

    private final AnyDevice device;
    private final List<NamedPolicy> policiesBefore;
    private final List<NamedPolicy> policiesAfter;
    private final Clauses before;
    private final Clauses after;
    private final Set<String> common;
    private final Budget budget = new Budget(Effort.PER_ACTION);
    private final Map<Kind, Witness> found = new LinkedHashMap<>();
    private final Set<Kind> unconfirmed = new HashSet<>();
    private final Set<Situation> settled = new HashSet<>();
    private boolean complete = true;

    ActionDiff(AnyDevice device, List<NamedPolicy> before, List<NamedPolicy> after) {
        this.device = device;
        policiesBefore = before;
        policiesAfter = after;
        var automaton = new AutomatonBuilder();
        var reader = new ClauseReader(automaton, device.variables());
        this.before = reader.read(PlacedStatement.about(device.action(), before));
        this.after = reader.read(PlacedStatement.about(device.action(), after));
        common = meanings(this.before);
        Set<String> meant = meanings(this.after);
        if (!common.equals(meant)) {
            common.retainAll(meant);
            search(automaton);
        }
    }

    /** One difference of each kind. */
    List<Difference> differences() {
        return found.entrySet().stream()
                .map(entry -> new Difference(
                        entry.getValue(),
                        entry.getKey().before(),
                        entry.getKey().after(),
                        entry.getKey().because()))
                .toList();
    }

    /** Whether it is proved that there are no others. */
    boolean isComplete() {
        return complete && unconfirmed.isEmpty();
    }

    private void search(AutomatonBuilder automaton) {
        List<Clause> all =
                Stream.concat(before.all().stream(), after.all().stream()).toList();
        Search.End end = device.search(automaton, all).run(budget, this::compare);
        complete &= end == Search.End.COMPLETE && device.isExact();
    }

    /** Answers false, so that the search goes on. */
    private boolean compare(Reading reading) {
        BitSet matched = reading.matched();
        var situation = new Situation(matched, device.defined(reading.word()));
        if (settled.contains(situation)) {
            return false;
        }
        Cases cases = new Cases(Stream.concat(before.atoms(matched), after.atoms(matched)));
        if (cases.areTooMany(budget)) {
            complete = false;
            return false;
        }
        long open = cases.where(truths -> before.outcome(matched, truths) != after.outcome(matched, truths))
                .filter(truths -> situation.allows(cases, truths))
                .filter(truths -> !isShown(reading, cases, truths))
                .count();
        if (open == 0) {
            settled.add(situation);
        }
        return false;
    }

    private boolean isShown(Reading reading, Cases cases, Set<Atom> truths) {
        Kind kind = kind(reading.matched(), truths);
        if (found.containsKey(kind)) {
            return true;
        }
        Witness witness = budget.spend(Effort.PER_ATTEMPT)
                ? device.request(reading.word(), cases, truths, request -> isConfirmed(request, kind))
                : null;
        if (witness == null) {
            unconfirmed.add(kind);
            return false;
        }
        found.put(kind, witness);
        unconfirmed.remove(kind);
        return true;
    }

    private Kind kind(BitSet matched, Set<Atom> truths) {
        List<PlacedStatement> because = Stream.concat(before.all().stream(), after.all().stream())
                .filter(clause -> clause.applies(matched, truths))
                .filter(clause -> !common.contains(clause.meaning()))
                .map(Clause::source)
                .toList();
        return new Kind(before.outcome(matched, truths), after.outcome(matched, truths), because);
    }

    private boolean isConfirmed(Witness request, Kind kind) {
        return PolicyEngine.decide(policiesBefore, request.request()).outcome() == kind.before()
                && PolicyEngine.decide(policiesAfter, request.request()).outcome() == kind.after();
    }

    private static Set<String> meanings(Clauses clauses) {
        return clauses.all().stream().map(Clause::meaning).collect(Collectors.toCollection(HashSet::new));
    }
}
