// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

import java.util.List;

/**
 * A value of a metric, measured on a device or expected by a behavior: exactly one of six kinds (detect, fields).
 *
 * <p>Immutable.
 */
public sealed interface MetricValue {
    /** The kind, which is also the member's name on the wire. */
    Kind kind();

    /** How many elements this value adds to the limit of a profile. */
    int elements();

    /** A number as a value of this kind, which must be one of numbers; a count is cut to a whole number. */
    static MetricValue number(Kind kind, double value) {
        return switch (kind) {
            case COUNT -> new Count((long) value);
            case NUMBER -> new Numeric(value);
            case CIDRS, PORTS, NUMBERS, STRINGS ->
                throw new IllegalStateException(kind.wireName() + " are not a number");
        };
    }

    /** What a value is made of. */
    enum Kind {
        COUNT("count"),
        NUMBER("number"),
        CIDRS("cidrs"),
        PORTS("ports"),
        NUMBERS("numbers"),
        STRINGS("strings");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** A whole number of whatever the metric counts. */
    record Count(long value) implements MetricValue {
        @Override
        public Kind kind() {
            return Kind.COUNT;
        }

        @Override
        public int elements() {
            return 1;
        }
    }

    /** A number of a metric that users define. */
    record Numeric(double value) implements MetricValue {
        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }

        @Override
        public int elements() {
            return 1;
        }
    }

    /** Blocks of addresses, or single addresses. */
    record Cidrs(List<String> values) implements MetricValue {
        public Cidrs {
            values = List.copyOf(values);
        }

        @Override
        public Kind kind() {
            return Kind.CIDRS;
        }

        @Override
        public int elements() {
            return values.size();
        }
    }

    /** Port numbers. */
    record Ports(List<Integer> values) implements MetricValue {
        public Ports {
            values = List.copyOf(values);
        }

        @Override
        public Kind kind() {
            return Kind.PORTS;
        }

        @Override
        public int elements() {
            return values.size();
        }
    }

    /** A set of numbers. */
    record Numbers(List<Double> values) implements MetricValue {
        public Numbers {
            values = List.copyOf(values);
        }

        @Override
        public Kind kind() {
            return Kind.NUMBERS;
        }

        @Override
        public int elements() {
            return values.size();
        }
    }

    /** A set of texts. */
    record Strings(List<String> values) implements MetricValue {
        public Strings {
            values = List.copyOf(values);
        }

        @Override
        public Kind kind() {
            return Kind.STRINGS;
        }

        @Override
        public int elements() {
            return values.size();
        }
    }
}
