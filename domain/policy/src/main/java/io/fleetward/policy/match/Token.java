// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.match;

/** One element of a pattern that an {@link Automaton} reads. Immutable. */
public sealed interface Token {
    /** Exactly this letter, a character or one of the {@link Marks}. */
    record Letter(int code) implements Token {}

    /** A set of letters, once or in a run. */
    enum Wildcard implements Token {
        /** One character: {@code ?}. */
        CHARACTER,
        /** One character that is no slash. */
        LEVEL_CHARACTER,
        /** Any run of characters, also none: {@code *}. */
        TEXT,
        /** Any run of characters without a slash, also none. */
        LEVEL,
        /** Any run of characters that ends with the value of a variable. */
        VALUE;

        /** Whether this stands for a run. */
        boolean isRun() {
            return this != CHARACTER && this != LEVEL_CHARACTER;
        }
    }
}
