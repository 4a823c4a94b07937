// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/** What the values of a metric are, which decides on what scale they are compared. */
public enum ValueKind {
    /** How often something happened in a window: never negative, spread in proportion to its size. */
    COUNT {
        @Override
        double scaled(double value) {
            return Math.log1p(Math.max(0, value));
        }

        @Override
        double value(double scaled) {
            return Math.max(0, Math.expm1(scaled));
        }

        @Override
        double leastExcess(double level) {
            return RELATIVE + RANDOM * Math.exp(-level / 2);
        }
    },
    /** An amount, as of bytes: never negative, spread in proportion to its size. */
    SIZE {
        @Override
        double scaled(double value) {
            return Math.log1p(Math.max(0, value));
        }

        @Override
        double value(double scaled) {
            return Math.max(0, Math.expm1(scaled));
        }

        @Override
        double leastExcess(double level) {
            return RELATIVE;
        }
    },
    /** Any number, as users measure it: may be negative, compared by differences. */
    NUMBER {
        @Override
        double scaled(double value) {
            return value;
        }

        @Override
        double value(double scaled) {
            return scaled;
        }

        @Override
        double leastExcess(double level) {
            return SMALLEST + ROUNDING * Math.abs(level);
        }
    };

    /** A device may always stray by so much of its level and never be suspicious for that alone. */
    private static final double RELATIVE = 0.015;

    /** What arrives at random strays by the root of its count; this is the part of it that is taken for granted. */
    private static final double RANDOM = 0.15;

    /** Numbers whose scale is unknown may stray as if they were rounded. */
    private static final double ROUNDING = 5e-4;

    private static final double SMALLEST = 1e-9;

    /** The value on the scale on which values of this kind are compared. */
    abstract double scaled(double value);

    /** The value that lies there on the scale. */
    abstract double value(double scaled);

    /** How far figures pass the knee at least, on the scale: steadier devices are not taken by their word. */
    abstract double leastExcess(double level);
}
