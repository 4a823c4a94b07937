// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.util.List;

/**
 * A series of the Numenta Anomaly Benchmark and where its anomalies are. Immutable by agreement: the arrays are shared.
 *
 * @param name as the labels name it
 * @param times in epoch milliseconds
 * @param windows first and last row of each labelled window, in ascending order
 */
@SuppressWarnings("ArrayRecordComponent") // Hundreds of thousands of points.
record NabFile(String name, long[] times, double[] values, List<Window> windows) {
    private static final double PROBATION = 0.15;
    private static final int LONGEST_PROBATION = 750;

    /** Rows, both included. */
    record Window(int first, int last) {
        int width() {
            return last - first + 1;
        }
    }

    NabFile {
        windows = List.copyOf(windows);
    }

    int size() {
        return times.length;
    }

    /** So many rows at the beginning are for learning and are not scored. */
    int probation() {
        return Math.min((int) Math.floor(PROBATION * size()), LONGEST_PROBATION);
    }
}
