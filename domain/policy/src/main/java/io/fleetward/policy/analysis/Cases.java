// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.match.Budget;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * The ways in which atoms can be true or false.
 *
 * <p>There are at least as many as really can occur, since not every contradiction is understood: what holds in no case
 * never holds. Confined to one thread.
 */
final class Cases {
    /** More atoms than this are not tried out. */
    private static final int MOST_ATOMS = 14;

    /** What looking at a case costs. */
    private static final int COST = 16;

    private final List<Atom> atoms;
    private final List<Boolean> attachments;
    private final List<KeyAtoms> byKey;

    /** Of any device; the atoms may come more than once. */
    Cases(Stream<Atom> atoms) {
        this(atoms, List.of(true, false));
    }

    /**
     * Of a device of which it is known whether it is attached to a thing, or that it can be either way.
     *
     * @param atoms each may come more than once
     */
    Cases(Stream<Atom> atoms, List<Boolean> attachments) {
        this.attachments = List.copyOf(attachments);
        this.atoms = atoms.distinct().toList();
        byKey = KeyAtoms.of(this.atoms);
    }

    List<Atom> atoms() {
        return atoms;
    }

    /** Whether there are too many to look at, or more than the budget still allows. */
    boolean areTooMany(Budget budget) {
        return atoms.size() > MOST_ATOMS || !budget.spend(COST << atoms.size());
    }

    /** Each case with that property as the set of atoms that are true, unless it is known not to occur. */
    Stream<Set<Atom>> where(Predicate<Set<Atom>> property) {
        if (atoms.size() > MOST_ATOMS) {
            throw new IllegalStateException(atoms.size() + " atoms are too many");
        }
        return LongStream.range(0, 1L << atoms.size())
                .mapToObj(this::chosen)
                .filter(property)
                .filter(truths -> attachments.stream().anyMatch(isAttached -> canOccur(isAttached, truths)));
    }

    /** Whether no key rules it out for a client that is attached to a thing, or for one that is not. */
    boolean canOccur(boolean isAttached, Set<Atom> truths) {
        return byKey.stream().allMatch(key -> key.canComeOut(isAttached, truths));
    }

    private Set<Atom> chosen(long bits) {
        var truths = new HashSet<Atom>();
        for (int i = 0; i < atoms.size(); i++) {
            if ((bits >>> i & 1) != 0) {
                truths.add(atoms.get(i));
            }
        }
        return truths;
    }
}
