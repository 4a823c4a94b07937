// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.condition.Condition;
import io.fleetward.policy.document.Effect;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be true or false of a request apart from what it asks for: that a condition is met, or that a
 * variable is defined.
 *
 * <p>Immutable. Equal are atoms that say the same, wherever they stand.
 */
final class Atom {
    private final String text;
    private final ContextKey key;
    private final @Nullable Condition condition;

    private final Effect effect;

    private Atom(String text, ContextKey key, @Nullable Condition condition, Effect effect) {
        this.text = text;
        this.key = key;
        this.condition = condition;
        this.effect = effect;
    }

    /** That the condition of a statement with that effect is met; the effect decides what cannot be read. */
    static Atom meets(Condition condition, Effect effect) {
        ContextKey key = condition.key();
        String text = condition.operator() + " " + key.name() + " " + key.selection() + " "
                + condition.values().stream().map(Template::text).toList();
        boolean isReadable = condition.isReadable(PolicyContext.EMPTY);
        return new Atom(isReadable ? text : effect + " " + text, key, condition, effect);
    }

    /** That the key can be substituted. */
    static Atom defines(ContextKey key) {
        return new Atom("defines " + key.name() + " " + key.selection(), key, null, Effect.ALLOW);
    }

    /** The context key it is about. */
    ContextKey key() {
        return key;
    }

    /** The condition that is to be met, or null when the key is to be defined. */
    @Nullable
    Condition condition() {
        return condition;
    }

    /** Whether it is true there. */
    boolean isTrue(PolicyContext context) {
        return condition == null ? context.substitute(key) != null : condition.holds(context, effect == Effect.DENY);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Atom atom && text.equals(atom.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
