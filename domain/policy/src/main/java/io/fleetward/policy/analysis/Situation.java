// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import java.util.BitSet;
import java.util.Set;

/**
 * What of a word matters: which patterns match it, and which variables it gives a value to. Of two words in the same
 * situation only one needs a look.
 *
 * <p>Immutable.
 */
record Situation(BitSet matched, Set<Atom> defined) {
    Situation {
        defined = Set.copyOf(defined);
    }

    /** Whether such a case can occur here: a variable that has a value is defined, and only who has a thing names it. */
    boolean allows(Cases cases, Set<Atom> truths) {
        boolean namesThing =
                defined.stream().anyMatch(atom -> KnownKeys.isOfThing(atom.key().name()));
        return cases.atoms().stream().filter(defined::contains).allMatch(truths::contains)
                && (!namesThing || cases.canOccur(true, truths));
    }
}
