// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a password that a person chooses has to be: long; everything else makes people write it down. */
public final class PasswordRules {
    /** Fewest characters. */
    public static final int SHORTEST = 12;

    /** Most characters. */
    public static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 5;

    private PasswordRules() {}

    /** Why the user cannot have this password, in words for him; null when he can. */
    static @Nullable String problem(String password, String user) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST || length > LONGEST) {
            return "The password must have " + SHORTEST + " to " + LONGEST + " characters.";
        }
        if (password.toLowerCase(Locale.ROOT).contains(user.toLowerCase(Locale.ROOT))) {
            return "The password must not contain the user name.";
        }
        if (password.chars().distinct().count() < FEWEST_DIFFERENT) {
            return "The password must have at least " + FEWEST_DIFFERENT + " different characters.";
        }
        return null;
    }
}
