// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.policy.NamedPolicy;
import io.fleetward.policy.document.DeviceAction;
import io.fleetward.policy.document.Effect;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds statements that never matter: without all of them together, every request of a device would come out the same,
 * whatever other policies apply (audit, beyond AWS).
 *
 * <p>Of two statements that make each other superfluous the later one is told. Immutable.
 *
 * @param shadowed in the order in which they stand
 * @param undecided those of which it could not be found out
 */
public record ShadowedStatements(List<Shadowed> shadowed, List<PlacedStatement> undecided) {
    /** Why a statement never matters. */
    public enum Reason {
        /** No request that a device can make is one it speaks of, for example because a variable never is defined. */
        APPLIES_TO_NOTHING,
        /** All that it allows is denied. */
        ALWAYS_DENIED,
        /** Others say the same. */
        ADDS_NOTHING
    }

    /** A statement that never matters. Immutable. */
    public record Shadowed(PlacedStatement statement, Reason reason) {}

    public ShadowedStatements {
        shadowed = List.copyOf(shadowed);
        undecided = List.copyOf(undecided);
    }

    /**
     * Looks at policies that apply together.
     *
     * @param scope whose resources are meant
     */
    public static ShadowedStatements in(AccountRegion scope, List<NamedPolicy> policies) {
        List<PlacedStatement> statements = PlacedStatement.of(policies).toList();
        Set<BitSet> constellations = new HashSet<>();
        boolean complete = true;
        for (DeviceAction action : DeviceAction.values()) {
            var found = new Constellations(new AnyDevice(scope, action), statements);
            constellations.addAll(found.all());
            complete &= found.areComplete();
        }
        return new Sieve(statements, constellations).sort(complete);
    }

    /** Takes one statement after another away, the last one first. */
    private record Sieve(List<PlacedStatement> statements, Set<BitSet> constellations) {
        ShadowedStatements sort(boolean complete) {
            var shadowed = new ArrayList<Shadowed>();
            var undecided = new ArrayList<PlacedStatement>();
            var needed = new BitSet();
            needed.set(0, statements.size());
            for (int i = statements.size() - 1; i >= 0; i--) {
                if (!matters(i, needed)) {
                    needed.clear(i);
                    if (complete) {
                        shadowed.addFirst(new Shadowed(statements.get(i), reason(i)));
                    } else {
                        undecided.addFirst(statements.get(i));
                    }
                }
            }
            return new ShadowedStatements(shadowed, undecided);
        }

        private boolean matters(int statement, BitSet needed) {
            Effect effect = effect(statement);
            return constellations.stream()
                    .filter(applying -> applying.get(statement))
                    .map(applying -> and(applying, needed))
                    .anyMatch(applying -> applying.stream()
                            .noneMatch(other ->
                                    other != statement && (effect(other) == Effect.DENY || effect(other) == effect)));
        }

        private Reason reason(int statement) {
            List<BitSet> own = constellations.stream()
                    .filter(applying -> applying.get(statement))
                    .toList();
            if (own.isEmpty()) {
                return Reason.APPLIES_TO_NOTHING;
            }
            boolean isDenied = effect(statement) == Effect.ALLOW
                    && own.stream()
                            .allMatch(applying -> applying.stream().anyMatch(other -> effect(other) == Effect.DENY));
            return isDenied ? Reason.ALWAYS_DENIED : Reason.ADDS_NOTHING;
        }

        private Effect effect(int statement) {
            return statements.get(statement).statement().effect();
        }

        private static BitSet and(BitSet left, BitSet right) {
            var both = (BitSet) left.clone();
            both.and(right);
            return both;
        }
    }
}
