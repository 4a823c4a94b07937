// SPDX-License-Identifier: Apache-2.0
package io.fleetward.testkit;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The seed of a property test: fresh in every run, printed so that a failure can be repeated with {@code
 * -Dfleetward.seed=N}.
 */
public record Seed(long value) {
    /** The seed asked for on the command line, or a fresh one. */
    public static Seed current() {
        String asked = System.getProperty("fleetward.seed");
        return new Seed(asked == null ? RandomGenerator.getDefault().nextLong() : Long.parseLong(asked));
    }

    /** A generator that starts from this seed. */
    public RandomGenerator generator() {
        return new Random(value);
    }

    @Override
    public String toString() {
        return "-Dfleetward.seed=" + value;
    }
}
