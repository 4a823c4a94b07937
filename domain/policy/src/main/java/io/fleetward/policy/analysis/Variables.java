// SPDX-License-Identifier: Apache-2.0
package io.fleetward.policy.analysis;

import io.fleetward.policy.match.Marks;
import io.fleetward.policy.match.Token;
import io.fleetward.policy.match.Tokens;
import io.fleetward.policy.variable.ContextKey;
import io.fleetward.policy.variable.PolicyContext;
import io.fleetward.policy.variable.Template;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the variables of policies stand for while policies are analysed. */
sealed interface Variables {
    /** What a text must hold where the variable stands; null when the variable is undefined. */
    @Nullable
    List<Token> tokens(Template.Variable variable);

    /** Whether the key may as well be undefined. */
    boolean isOptional(ContextKey key);

    /**
     * One device, which has these values. Immutable.
     *
     * @param choosesClientId whether it asks to connect, with the name of a stranger for its client id
     */
    record OfOneDevice(PolicyContext context, boolean choosesClientId) implements Variables {
        private static final List<Token> STRANGER = List.of(new Token.Letter(Marks.STRANGER));

        @Override
        public @Nullable List<Token> tokens(Template.Variable variable) {
            if (choosesClientId && KnownKeys.isClientId(variable.key())) {
                return STRANGER;
            }
            String value = variable.value(context);
            return value == null ? null : Tokens.text(value);
        }

        @Override
        public boolean isOptional(ContextKey key) {
            return false;
        }
    }

    /** Any device: every variable may have any value, or none. Confined to one thread; numbers keys as they come. */
    final class OfAnyDevice implements Variables {
        private final List<ContextKey> numbered = new ArrayList<>();
        private boolean exact = true;

        @Override
        public @Nullable List<Token> tokens(Template.Variable variable) {
            if (!KnownKeys.isKnown(variable.key())) {
                return variable.fallback() == null ? null : Tokens.text(variable.fallback());
            }
            int number = number(variable.key());
            exact &= number < Marks.MOST_VARIABLES && variable.fallback() == null;
            return number < Marks.MOST_VARIABLES ? Tokens.value(number) : List.of(new Token.Letter(Marks.NEVER));
        }

        @Override
        public boolean isOptional(ContextKey key) {
            return KnownKeys.isKnown(key);
        }

        /** The number of the key, which is given when it is asked for the first time. */
        int number(ContextKey key) {
            for (int number = 0; number < numbered.size(); number++) {
                ContextKey other = numbered.get(number);
                if (other.name().equals(key.name()) && other.selection() == key.selection()) {
                    return number;
                }
            }
            numbered.add(key);
            return numbered.size() - 1;
        }

        /** The keys by their numbers. */
        List<ContextKey> numbered() {
            return List.copyOf(numbered);
        }

        /** Whether every variable can be spelled; not so defaults, nor more variables than can be told apart. */
        boolean canAllBeSpelled() {
            return exact;
        }
    }
}
