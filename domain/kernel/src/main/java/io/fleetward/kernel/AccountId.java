// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel;

import java.util.regex.Pattern;

/** A 12-digit account number. Immutable. */
public record AccountId(String value) implements Comparable<AccountId> {
    private static final Pattern DIGITS = Pattern.compile("[0-9]{12}");

    public AccountId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("account id must be 12 digits: " + value);
        }
    }

    /** Whether the text is a well-formed account number. */
    public static boolean isValid(String text) {
        return DIGITS.matcher(text).matches();
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
