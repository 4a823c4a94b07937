// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/** What the values of a metric are, which decides on what scale they are compared. */
public enum ValueKind {
    /** How often something happened in a window: never negative, spread in proportion to its size. */
    COUNT,
    /** An amount, as of bytes: never negative, spread in proportion to its size. */
    SIZE,
    /** Any number, as users measure it: may be negative, compared by differences. */
    NUMBER
}
