// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Other methods, which look at all metrics of a window at once, for comparison: each learns from normal windows, and
 * tells how odd others are. Values are logarithms, in standard deviations from their mean.
 */
enum WindowMethod {
    /** The farthest metric from its median, in robust deviations. */
    ROBUST_QUANTILES {
        @Override
        ToDoubleFunction<double[]> learn(double[][] windows) {
            int metrics = windows[0].length;
            double[] medians = new double[metrics];
            double[] spreads = new double[metrics];
            for (int metric = 0; metric < metrics; metric++) {
                double median = median(column(windows, metric));
                medians[metric] = median;
                spreads[metric] = ROBUST
                                * median(Arrays.stream(column(windows, metric))
                                        .map(value -> Math.abs(value - median))
                                        .toArray())
                        + GRAIN;
            }
            return window -> {
                double most = 0;
                for (int metric = 0; metric < metrics; metric++) {
                    most = Math.max(most, Math.abs(window[metric] - medians[metric]) / spreads[metric]);
                }
                return most;
            };
        }
    },
    /** What the main components, with nine tenths of all variance, do not explain. */
    PRINCIPAL_COMPONENTS {
        @Override
        ToDoubleFunction<double[]> learn(double[][] windows) {
            double[][] components = Components.principal(windows, EXPLAINED);
            return window -> {
                double rest = dot(window, window);
                for (double[] component : components) {
                    double along = dot(window, component);
                    rest -= along * along;
                }
                return rest;
            };
        }
    },
    /** The distance to the nearest of eight centers. */
    K_MEANS {
        @Override
        ToDoubleFunction<double[]> learn(double[][] windows) {
            double[][] centers = centers(windows);
            return window -> distance(window, centers[nearest(window, centers)]);
        }
    };

    private static final double ROBUST = 1.4826;
    private static final double GRAIN = 0.1;
    private static final double EXPLAINED = 0.9;
    private static final int CENTERS = 8;
    private static final int ROUNDS = 50;

    /** Learns what is normal from these windows, of which there is one at least; answers what tells how odd one is. */
    abstract ToDoubleFunction<double[]> learn(double[][] windows);

    private static double[] column(double[][] windows, int metric) {
        return Arrays.stream(windows).mapToDouble(window -> window[metric]).toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double distance(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (one[i] - other[i]) * (one[i] - other[i]);
        }
        return sum;
    }

    private static int nearest(double[] window, double[][] centers) {
        int nearest = 0;
        for (int center = 1; center < centers.length; center++) {
            if (distance(window, centers[center]) < distance(window, centers[nearest])) {
                nearest = center;
            }
        }
        return nearest;
    }

    private static double[][] centers(double[][] windows) {
        var random = new SplittableRandom(1);
        double[][] centers = random.ints(0, windows.length)
                .distinct()
                .limit(Math.min(CENTERS, windows.length))
                .mapToObj(window -> windows[window].clone())
                .toArray(double[][]::new);
        for (int round = 0; round < ROUNDS; round++) {
            double[][] sums = new double[centers.length][windows[0].length];
            int[] counts = new int[centers.length];
            for (double[] window : windows) {
                int nearest = nearest(window, centers);
                counts[nearest]++;
                for (int i = 0; i < window.length; i++) {
                    sums[nearest][i] += window[i];
                }
            }
            for (int center = 0; center < centers.length; center++) {
                for (int i = 0; i < sums[center].length && counts[center] > 0; i++) {
                    centers[center][i] = sums[center][i] / counts[center];
                }
            }
        }
        return centers;
    }
}
