// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench;

import java.util.Arrays;

/** Percentiles of a sample by the nearest rank. */
final class Percentiles {
    private Percentiles() {}

    /** The smallest value that at least {@code percent} of the sample does not exceed. */
    static double of(double[] sample, double percent) {
        double[] sorted = sample.clone();
        Arrays.sort(sorted);
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.clamp(rank - 1, 0, sorted.length - 1)];
    }
}
