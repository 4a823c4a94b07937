// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.analysis.SuggestedValues.Kind;
import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.PolicyContext;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The atoms about one context key, and which of them can be true together. Confined to one thread. */
final class KeyAtoms {
    private final ContextKey key;
    private final List<Atom> atoms;
    private final List<Condition> conditions;

    /** What was worked out when it was first needed: all that the key can be as far as the conditions care, if known. */
    private @Nullable List<PolicyContext> everything;

    private KeyAtoms(List<Atom> atoms) {
        key = atoms.getFirst().key();
        this.atoms = List.copyOf(atoms);
        conditions =
                atoms.stream().map(Atom::condition).filter(Objects::nonNull).toList();
    }

    /** The atoms sorted by key. */
    static List<KeyAtoms> of(List<Atom> atoms) {
        Map<String, List<Atom>> byKey = atoms.stream()
                .collect(Collectors.groupingBy(atom -> atom.key().name(), LinkedHashMap::new, Collectors.toList()));
        return byKey.values().stream().map(KeyAtoms::new).toList();
    }

    ContextKey key() {
        return key;
    }

    /** Whether the key tells something about the client's thing. */
    boolean areOfThing() {
        return KnownKeys.isOfThing(key.name());
    }

    /** Whether exactly those of the atoms are true there that are among the truths. */
    boolean comeOut(PolicyContext context, Set<Atom> truths) {
        return atoms.stream().allMatch(atom -> atom.isTrue(context) == truths.contains(atom));
    }

    /** Values of the key that decide the atoms one way or the other. */
    Stream<List<String>> suggestions(PolicyContext context) {
        return SuggestedValues.of(key, conditions, context);
    }

    /** Whether it is not proved that they cannot come out like this for a client that is attached to a thing, or not. */
    boolean canComeOut(boolean isAttached, Set<Atom> truths) {
        if (KnownKeys.isAttachment(key)) {
            return comeOut(context(List.of(Boolean.toString(isAttached))), truths);
        }
        boolean isAbsent = areOfThing() && !isAttached;
        return isAbsent ? comeOut(PolicyContext.EMPTY, truths) : !areImpossible(truths);
    }

    /**
     * Whether it is proved that they cannot come out like this, whatever value the key has. Proved for keys that have
     * one value, and conditions that compare it with values of one kind, without regard to other keys.
     */
    private boolean areImpossible(Set<Atom> truths) {
        if (KnownKeys.hasSeveralValues(key) || comeOut(PolicyContext.EMPTY, truths)) {
            return false;
        }
        if (everything == null) {
            everything = canBeSurveyed()
                    ? suggestions(PolicyContext.EMPTY).map(this::context).toList()
                    : List.of();
        }
        return mustBeAbsent(truths)
                || (!everything.isEmpty() && everything.stream().noneMatch(context -> comeOut(context, truths)));
    }

    /** Whether a condition on the key's absence asks for it. */
    private boolean mustBeAbsent(Set<Atom> truths) {
        PolicyContext present = context(List.of(Draft.UNREMARKABLE));
        return atoms.stream().anyMatch(atom -> isAboutPresence(atom) && atom.isTrue(present) != truths.contains(atom));
    }

    private static boolean isAboutPresence(Atom atom) {
        return atom.condition() == null || Kind.of(atom.condition()) == Kind.PRESENCE;
    }

    private boolean canBeSurveyed() {
        Set<Kind> kinds =
                conditions.stream().map(Kind::of).collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
        kinds.remove(Kind.PRESENCE);
        boolean isOneKind = kinds.size() <= 1 && !kinds.contains(Kind.ARN) && !kinds.contains(Kind.OTHER);
        return (isOneKind || KnownKeys.onlyValues(key) != null)
                && conditions.stream()
                        .flatMap(condition -> condition.values().stream())
                        .allMatch(value -> value.variables().isEmpty())
                && Texts.apart(conditions, PolicyContext.EMPTY).areAll();
    }

    private PolicyContext context(List<String> values) {
        var draft = new Draft();
        draft.put(key, values);
        return draft.context();
    }
}
