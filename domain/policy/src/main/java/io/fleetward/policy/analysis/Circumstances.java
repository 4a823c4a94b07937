// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.variable.PolicyContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds circumstances under which conditions come out as wanted, by trying the values that the conditions themselves
 * suggest, key by key.
 *
 * <p>What is found is right; that nothing is found proves nothing.
 */
final class Circumstances {
    private Circumstances() {}

    /**
     * The draft with more keys, of a client that is attached to a thing or not, whichever works out.
     *
     * @param relevant the atoms that matter
     * @param truths those that are to be true; the other relevant ones are to be false
     * @return null when neither works out
     */
    static @Nullable Draft complete(Draft draft, List<Atom> relevant, Set<Atom> truths) {
        List<KeyAtoms> keys = KeyAtoms.of(relevant);
        return draft.attachments().stream()
                .map(isAttached -> complete(draft, isAttached, keys, truths))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Draft complete(Draft draft, boolean isAttached, List<KeyAtoms> keys, Set<Atom> truths) {
        Draft placed = draft.placed(isAttached);
        if (placed == null || !keys.stream().allMatch(atoms -> settle(placed, isAttached, atoms, truths))) {
            return null;
        }
        PolicyContext context = placed.context();
        return keys.stream().allMatch(atoms -> atoms.comeOut(context, truths)) ? placed : null;
    }

    /** Chooses values of one key. */
    private static boolean settle(Draft draft, boolean isAttached, KeyAtoms atoms, Set<Atom> truths) {
        if (atoms.comeOut(draft.context(), truths)) {
            return true;
        }
        boolean isFixed = draft.isBound(atoms.key()) || (!isAttached && atoms.areOfThing());
        return !isFixed
                && atoms.suggestions(draft.context()).anyMatch(values -> {
                    draft.put(atoms.key(), values);
                    return atoms.comeOut(draft.context(), truths);
                });
    }
}
