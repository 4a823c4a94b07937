// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.document.Effect;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * A statement as an automaton knows it: by the numbers of its patterns, and by atoms.
 *
 * <p>Immutable.
 *
 * @param patterns the numbers of its resources
 * @param conditions what must be true for it to apply
 * @param definitions what must be defined for its {@code NotResource} to mean something
 * @param isUndefined whether its {@code NotResource} holds a variable that never is defined
 */
record Clause(
        PlacedStatement source, BitSet patterns, List<Atom> conditions, List<Atom> definitions, boolean isUndefined) {
    Clause {
        conditions = List.copyOf(conditions);
        definitions = List.copyOf(definitions);
    }

    /** Equal for statements that say the same of an action. */
    String meaning() {
        return effect() + " " + source.statement().resources() + " " + conditions + " "
                + source.policy().document().version();
    }

    Effect effect() {
        return source.statement().effect();
    }

    boolean isNegated() {
        return source.statement().resources().isNegated();
    }

    /** Whether it applies to a request that these patterns match and of which this is true. */
    boolean applies(BitSet matched, Set<Atom> truths) {
        return truths.containsAll(conditions) && covers(matched, truths);
    }

    /** Whether it can apply to a request that these patterns match. */
    boolean canApply(BitSet matched) {
        if (!isNegated()) {
            return matches(matched);
        }
        boolean isDoubtful = isUndefined || !definitions.isEmpty();
        return !matches(matched) || (isDoubtful && effect() == Effect.DENY);
    }

    private boolean covers(BitSet matched, Set<Atom> truths) {
        if (!isNegated()) {
            return matches(matched);
        }
        boolean isDefined = !isUndefined && truths.containsAll(definitions);
        return isDefined ? !matches(matched) : effect() == Effect.DENY;
    }

    private boolean matches(BitSet matched) {
        return patterns.intersects(matched);
    }
}
