// SPDX-License-Identifier: Apache-2.0
package io.fleetward.aws.api.model;

/** Inclusive bounds of a length, a count or a whole number; an open end is the extreme of {@code long}. Immutable. */
public record Range(long min, long max) {
    /** Everything. */
    public static final Range OPEN = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    public boolean hasMin() {
        return min != Long.MIN_VALUE;
    }

    public boolean hasMax() {
        return max != Long.MAX_VALUE;
    }
}
