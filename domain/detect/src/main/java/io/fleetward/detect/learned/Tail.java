// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * The far end of a distribution: a knee that few values pass, and a generalized Pareto law for how far those few do.
 *
 * <p>Two numbers describe it, so that every device can have its own. The share beyond the knee and the weight of the
 * tail are the same for all; they were chosen on half of the files of a public benchmark and checked on the other half.
 */
final class Tail {
    /** The share of values beyond the knee. */
    static final double BEYOND = 0.0075;

    /** The shape of the law: how heavy the tail is. Heavier than exponential, as counts of traffic are. */
    static final double SHAPE = 0.15;

    /** No datapoint is less probable than this: nobody can know. */
    static final double LEAST = 1e-12;

    private Tail() {}

    /** How probable a value this far out, or farther, is; 1 up to the knee. */
    static double probability(double value, double knee, double excess) {
        if (value <= knee) {
            return 1;
        }
        return BEYOND * Math.pow(1 + SHAPE * (value - knee) / excess, -1 / SHAPE);
    }

    /** The value that is passed with this probability. */
    static double quantile(double probability, double knee, double excess) {
        return probability >= BEYOND ? knee : knee + excess / SHAPE * (Math.pow(BEYOND / probability, SHAPE) - 1);
    }

    /** How surprising a probability is: its negative decimal logarithm. */
    static double surprise(double probability) {
        return -Math.log10(Math.max(probability, LEAST));
    }
}
