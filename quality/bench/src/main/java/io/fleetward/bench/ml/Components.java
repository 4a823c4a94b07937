// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The principal components of windows, by power iteration. */
final class Components {
    private static final int ITERATIONS = 500;

    private Components() {}

    /** Unit vectors along which windows differ most, so many that they explain this share of all variance. */
    static double[][] principal(double[][] windows, double share) {
        double[][] covariance = covariance(windows);
        double all = trace(covariance);
        List<double[]> found = new ArrayList<>();
        var random = new SplittableRandom(1);
        while (found.size() < covariance.length && trace(covariance) > (1 - share) * all) {
            double[] direction = random.doubles(covariance.length, -1, 1).toArray();
            double variance = 0;
            for (int i = 0; i < ITERATIONS; i++) {
                double[] next = times(covariance, direction);
                variance = Math.sqrt(square(next));
                if (variance == 0) {
                    return found.toArray(double[][]::new);
                }
                for (int j = 0; j < next.length; j++) {
                    direction[j] = next[j] / variance;
                }
            }
            for (int row = 0; row < covariance.length; row++) {
                for (int column = 0; column < covariance.length; column++) {
                    covariance[row][column] -= variance * direction[row] * direction[column];
                }
            }
            found.add(direction);
        }
        return found.toArray(double[][]::new);
    }

    private static double[][] covariance(double[][] windows) {
        int metrics = windows[0].length;
        double[][] covariance = new double[metrics][metrics];
        for (double[] window : windows) {
            for (int row = 0; row < metrics; row++) {
                for (int column = 0; column < metrics; column++) {
                    covariance[row][column] += window[row] * window[column] / windows.length;
                }
            }
        }
        return covariance;
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[vector.length];
        for (int row = 0; row < vector.length; row++) {
            for (int column = 0; column < vector.length; column++) {
                product[row] += matrix[row][column] * vector[column];
            }
        }
        return product;
    }

    private static double square(double[] vector) {
        double sum = 0;
        for (double value : vector) {
            sum += value * value;
        }
        return sum;
    }

    private static double trace(double[][] matrix) {
        double sum = 0;
        for (int i = 0; i < matrix.length; i++) {
            sum += matrix[i][i];
        }
        return sum;
    }
}
