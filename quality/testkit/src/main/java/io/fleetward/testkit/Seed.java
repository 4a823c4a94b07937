// SPDX-License-Identifier: Apache-2.0
package io.fleetward.testkit;

import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * The seed of a property test: the same in every run, so that a build fails only by what was changed. To look further,
 * {@code -Dfleetward.seed=fresh} takes another one each time; it is printed with a failure, which {@code
 * -Dfleetward.seed=N} repeats.
 */
public record Seed(long value) {
    private static final long USUAL = 20_260_101;

    /** The seed asked for on the command line, or the usual one. */
    public static Seed current() {
        String asked = System.getProperty("fleetward.seed", Long.toString(USUAL));
        return new Seed(asked.equals("fresh") ? RandomGenerator.getDefault().nextLong() : Long.parseLong(asked));
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
