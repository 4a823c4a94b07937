// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import java.util.random.RandomGenerator;

/**
 * Makes passwords that are told once and then changed: twenty letters and digits that nobody confuses, in fours.
 *
 * <p>As thread-safe and as unpredictable as its source of randomness.
 */
public final class OneTimePasswords {
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 5;
    private static final int GROUP = 4;

    private final RandomGenerator random;

    public OneTimePasswords(RandomGenerator random) {
        this.random = random;
    }

    /** The next one, for example {@code k7mp-2xqa-9djw-hr4t-z6vn}. */
    public String next() {
        var password = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            if (group > 0) {
                password.append('-');
            }
            for (int i = 0; i < GROUP; i++) {
                password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
        }
        return password.toString();
    }
}
