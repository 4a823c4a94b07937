// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.Effect;
import io.fleetward.policy.evaluate.Outcome;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The statements that speak of one action. Immutable. */
record Clauses(List<Clause> all) {
    Clauses {
        all = List.copyOf(all);
    }

    /** What becomes of a request that these patterns match and of which this is true. */
    Outcome outcome(BitSet matched, Set<Atom> truths) {
        boolean isGranted = false;
        for (Clause clause : all) {
            if (clause.applies(matched, truths)) {
                if (clause.effect() == Effect.DENY) {
                    return Outcome.EXPLICIT_DENY;
                }
                isGranted = true;
            }
        }
        return isGranted ? Outcome.ALLOWED : Outcome.IMPLICIT_DENY;
    }

    /** What the outcome for such a request depends on. */
    Stream<Atom> atoms(BitSet matched) {
        return all.stream()
                .filter(clause -> clause.canApply(matched))
                .flatMap(clause -> Stream.concat(clause.conditions().stream(), clause.definitions().stream()));
    }

    /** The numbers of all patterns. */
    BitSet patterns() {
        return union(all.stream());
    }

    /** The patterns without one of which no statement with that effect can apply; null when some need none. */
    @org.jspecify.annotations.Nullable
    BitSet vital(Effect effect) {
        if (all.stream().anyMatch(clause -> clause.effect() == effect && clause.isNegated())) {
            return null;
        }
        return union(all.stream().filter(clause -> clause.effect() == effect));
    }

    private static BitSet union(Stream<Clause> clauses) {
        var union = new BitSet();
        clauses.forEach(clause -> union.or(clause.patterns()));
        return union;
    }
}
