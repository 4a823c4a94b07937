// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The distributions by which devices live. All state is in the generator that is handed in. */
final class Chance {
    /** More than {@link #dayCurve} ever is. */
    static final double BUSIEST = 2;

    private static final double PEAK_HOUR = 19;
    private static final double TROUGH_HOUR = 4;
    private static final double DAY_SWING = 0.8;
    private static final double HOURS = 24;
    private static final double Z95 = 1.6449;

    private Chance() {}

    /** A generator that depends on the seed and the word alone. */
    static RandomGenerator of(long seed, String word) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + word.hashCode());
    }

    /** Half of all values are below the median, their logarithms spread by sigma. */
    static double logNormal(RandomGenerator random, double median, double sigma) {
        return median * Math.exp(sigma * random.nextGaussian());
    }

    /** The sigma of the log-normal distribution with this median and 95th percentile. */
    static double sigma(double median, double high) {
        return Math.log(high / median) / Z95;
    }

    /** How long until the next of events that come at this mean distance. */
    static double exponential(RandomGenerator random, double mean) {
        return -mean * Math.log(1 - random.nextDouble());
    }

    /** How busy people are at this hour of the day, around 1: most at seven in the evening, least at four at night. */
    static double dayCurve(double hour) {
        double sinceTrough = (hour - TROUGH_HOUR + HOURS) % HOURS;
        double rise = PEAK_HOUR - TROUGH_HOUR;
        double phase = sinceTrough < rise ? sinceTrough / rise : (HOURS - sinceTrough) / (HOURS - rise);
        return 1 - DAY_SWING * Math.cos(Math.PI * phase);
    }
}
