// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.condition;

import org.jspecify.annotations.Nullable;

/**
 * An operator as a document names it: prefix, comparison, suffix, for example {@code ForAnyValue:StringLikeIfExists}.
 *
 * <p>Immutable.
 *
 * @param ifExists whether the condition holds when the request lacks the key
 */
public record ConditionOperator(Quantifier quantifier, Comparison comparison, boolean ifExists) {
    private static final String IF_EXISTS = "IfExists";

    /** Reads an operator's name, which is case-sensitive; null when there is no such operator. */
    public static @Nullable ConditionOperator parse(String name) {
        Quantifier quantifier = quantifierOf(name);
        String rest = name.substring(quantifier.prefix().length());
        boolean ifExists = rest.endsWith(IF_EXISTS);
        String wanted = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
        for (Comparison comparison : Comparison.values()) {
            if (comparison.wireName().equals(wanted)) {
                boolean isDecorated = ifExists || quantifier != Quantifier.NONE;
                return comparison == Comparison.NULL && isDecorated
                        ? null
                        : new ConditionOperator(quantifier, comparison, ifExists);
            }
        }
        return null;
    }

    private static Quantifier quantifierOf(String name) {
        if (name.startsWith(Quantifier.FOR_ALL_VALUES.prefix())) {
            return Quantifier.FOR_ALL_VALUES;
        }
        return name.startsWith(Quantifier.FOR_ANY_VALUE.prefix()) ? Quantifier.FOR_ANY_VALUE : Quantifier.NONE;
    }

    @Override
    public String toString() {
        return quantifier.prefix() + comparison.wireName() + (ifExists ? IF_EXISTS : "");
    }
}
