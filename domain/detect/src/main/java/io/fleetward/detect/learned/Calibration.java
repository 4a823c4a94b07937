// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.util.Arrays;

/**
 * How rare a surprise is: turns the sum of what all heads say into the probability that a normal datapoint surprises as
 * much. Immutable.
 *
 * <p>Up to the last share that the points support, it is what was measured on devices of the target; beyond, the
 * logarithm of the probability goes on falling as it did on the last stretch, and never faster than where nothing was
 * measured.
 *
 * @param surprises in ascending order, by {@link #SHARES}
 */
@SuppressWarnings("ArrayRecordComponent") // Never handed out.
record Calibration(double[] surprises) {
    /** The shares of datapoints that surprise more. */
    private static final double[] SHARES = {0.1, 0.03, 0.01, 0.003, 0.001, 3e-4, 1e-4, 3e-5};

    /**
     * What normal datapoints of a device do where nothing else is known; measured on series of noise, by its normal,
     * exponential, Poisson and log-normal laws, alone and with a daily course.
     */
    private static final double[] UNTRAINED = {0.5, 2.8, 4.6, 6.0, 7.4, 8.9, 10.2, 11.4};

    /** So many points must lie beyond a share for it to be measured. */
    private static final int SUPPORT = 6;

    static final int SIZE = SHARES.length;

    static Calibration untrained() {
        return new Calibration(UNTRAINED.clone());
    }

    /** Measures; the surprises are sorted on the way. */
    static Calibration of(double[] seen) {
        Arrays.sort(seen);
        double[] surprises = UNTRAINED.clone();
        for (int i = 0; i < SHARES.length; i++) {
            int beyond = (int) Math.ceil(SHARES[i] * seen.length);
            if (beyond >= SUPPORT) {
                surprises[i] = seen[seen.length - beyond];
            } else if (i > 0) {
                surprises[i] = surprises[i - 1] + step(i);
            }
        }
        for (int i = 1; i < SHARES.length; i++) {
            surprises[i] = Math.max(surprises[i], surprises[i - 1] + step(i) / 2);
        }
        return new Calibration(surprises);
    }

    private static double step(int share) {
        return UNTRAINED[share] - UNTRAINED[share - 1];
    }

    /** The probability that a normal datapoint surprises at least as much. */
    double probability(double surprise) {
        if (surprise <= 0) {
            return 1;
        }
        int i = 0;
        while (i < SIZE - 1 && surprise > surprises[i]) {
            i++;
        }
        double from = i == 0 ? 0 : surprises[i - 1];
        double fromLog = i == 0 ? 0 : Math.log10(SHARES[i - 1]);
        double slope = (Math.log10(SHARES[i]) - fromLog) / (surprises[i] - from);
        return Math.clamp(Math.pow(10, fromLog + slope * (surprise - from)), Tail.LEAST, 1);
    }
}
