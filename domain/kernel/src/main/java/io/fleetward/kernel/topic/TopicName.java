// SPDX-License-Identifier: Apache-2.0
package io.fleetward.kernel.topic;

import org.jspecify.annotations.Nullable;

/**
 * The name a message is published under: one or more levels separated by slashes, without wildcards.
 *
 * <p>Immutable. Levels may be empty ({@code a//b} has three). How long and how deep a name may be is the affair of
 * {@link TopicLimits}.
 */
public record TopicName(String value) {
    public TopicName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a topic name: " + value);
        }
    }

    /** The name, or null when the text is empty, holds a wildcard, or is not well-formed Unicode without NUL. */
    public static @Nullable TopicName parse(String text) {
        return isValid(text) ? new TopicName(text) : null;
    }

    /** Whether the name begins with {@code $} and so belongs to the server. */
    public boolean isReserved() {
        return value.charAt(0) == '$';
    }

    @Override
    public String toString() {
        return value;
    }

    private static boolean isValid(String text) {
        return !text.isEmpty() && text.indexOf('+') < 0 && text.indexOf('#') < 0 && Utf8.isWellFormed(text);
    }
}
