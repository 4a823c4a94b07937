// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.match.AutomatonBuilder;
import io.fleetward.policy.match.Budget;
import io.fleetward.policy.match.Reading;
import io.fleetward.policy.match.Search;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which statements can apply to the same request for one action, as sets of their numbers. Confined to one thread. */
final class Constellations {
    private final List<Integer> numbers;
    private final Budget budget = new Budget(Effort.PER_ACTION);
    private final AnyDevice device;
    private final Clauses clauses;
    private final Set<Situation> seen = new HashSet<>();
    private final Set<BitSet> all = new HashSet<>();
    private boolean complete;

    /** @param statements all that there are; their places in this list are their numbers */
    Constellations(AnyDevice device, List<PlacedStatement> statements) {
        this.device = device;
        numbers = IntStream.range(0, statements.size())
                .filter(number -> statements.get(number).statement().actions().covers(device.action()))
                .boxed()
                .toList();
        var automaton = new AutomatonBuilder();
        clauses = new ClauseReader(automaton, device.variables())
                .read(numbers.stream().map(statements::get).toList());
        complete = true;
        Search.End end = device.search(automaton, clauses.all()).run(budget, this::note);
        complete &= end == Search.End.COMPLETE && device.isExact();
    }

    /** The sets; some of them may not occur when conditions exclude each other in ways that are not understood. */
    Set<BitSet> all() {
        return all;
    }

    /** Whether no set is missing. */
    boolean areComplete() {
        return complete;
    }

    /** Answers false, so that the search goes on. */
    private boolean note(Reading reading) {
        var situation = new Situation(reading.matched(), device.defined(reading.word()));
        if (seen.add(situation)) {
            Cases cases = new Cases(clauses.atoms(reading.matched()));
            if (cases.areTooMany(budget)) {
                complete = false;
            } else {
                cases.where(truths -> situation.allows(cases, truths))
                        .forEach(truths -> all.add(applying(reading.matched(), truths)));
            }
        }
        return false;
    }

    private BitSet applying(BitSet matched, Set<Atom> truths) {
        var applying = new BitSet();
        for (int i = 0; i < numbers.size(); i++) {
            if (clauses.all().get(i).applies(matched, truths)) {
                applying.set(numbers.get(i));
            }
        }
        return applying;
    }
}
