// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import org.jspecify.annotations.Nullable;

/**
 * The sort key of something that happened to a violation: when, and to which.
 *
 * <p>Immutable; lists show the latest first, and of the same instant the greatest id.
 *
 * @param at epoch milliseconds
 */
public record Keyset(long at, String id) {
    /** The key in its text form. */
    public String text() {
        return at + " " + id;
    }

    /** Reads the text form; null stays null. */
    public static @Nullable Keyset parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        int space = text.indexOf(' ');
        return new Keyset(Long.parseLong(text, 0, space, 10), text.substring(space + 1));
    }
}
