// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

/** A value that findings are sorted by. Immutable; only values of one kind are compared with each other. */
public sealed interface SortValue {
    /** The text from which {@link SortKey#parse} makes this value again. */
    String text();

    /** Sorted by code points, so that every store can sort alike; a missing text is empty. */
    record Text(String text) implements SortValue {}

    /** A missing number is smaller than all others. */
    record Numeric(double value) implements SortValue {
        @Override
        public String text() {
            return Double.toString(value);
        }
    }

    /** Milliseconds of the epoch; a missing moment is earlier than all others. */
    record Time(long value) implements SortValue {
        @Override
        public String text() {
            return Long.toString(value);
        }
    }
}
