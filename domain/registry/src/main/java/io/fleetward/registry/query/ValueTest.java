// SPDX-License-Identifier: Apache-2.0
package io.fleetward.registry.query;

import org.jspecify.annotations.Nullable;

/** What a term asks of one value. Immutable. */
sealed interface ValueTest {
    /** Whether the value passes. */
    boolean accepts(String value);

    /** There is a value at all. */
    record Exists() implements ValueTest {
        @Override
        public boolean accepts(String value) {
            return true;
        }
    }

    /** The value is this text, in either case. */
    record Is(String text) implements ValueTest {
        public Is {
            text = Glob.folded(text);
        }

        @Override
        public boolean accepts(String value) {
            return Glob.folded(value).equals(text);
        }
    }

    /** The value fits a word with wildcards. */
    record Like(Glob glob) implements ValueTest {
        @Override
        public boolean accepts(String value) {
            return glob.matches(value);
        }
    }

    /** The value is a number within bounds; null is an open end. */
    record Between(@Nullable Bound<Double> low, @Nullable Bound<Double> high) implements ValueTest {
        @Override
        public boolean accepts(String value) {
            Double number = JsonNumbers.of(value);
            return number != null && Bound.contains(low, number, high);
        }
    }

    /** The value is, in either case, a text within bounds; null is an open end. */
    record Within(@Nullable Bound<String> low, @Nullable Bound<String> high) implements ValueTest {
        @Override
        public boolean accepts(String value) {
            return Bound.contains(low, Glob.folded(value), high);
        }
    }

    /** One end of a range. */
    record Bound<T extends Comparable<T>>(T value, boolean isInclusive) {
        static <T extends Comparable<T>> boolean contains(@Nullable Bound<T> low, T value, @Nullable Bound<T> high) {
            return (low == null || low.admits(value.compareTo(low.value)))
                    && (high == null || high.admits(high.value.compareTo(value)));
        }

        private boolean admits(int order) {
            return isInclusive ? order >= 0 : order > 0;
        }
    }
}
