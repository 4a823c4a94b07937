// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Judges a table by another method, on the same rows as {@link TableTrial} does. A row is an alarm that is odder than
 * 99.5 % of the rows that were learned from.
 */
final class WindowTrial {
    private static final double THRESHOLD = 0.995;
    private static final double SMALLEST = 1e-9;

    private WindowTrial() {}

    /**
     * What came out.
     *
     * @param recall the share of attacked rows that are alarms
     * @param falseRate the share of normal rows that are
     */
    record Outcome(double auc, double recall, double falseRate) {}

    static Outcome judge(FeatureTable table, WindowMethod method) {
        List<double[]> learnable = new ArrayList<>();
        for (FeatureTable.Row row : table.rows()) {
            if (row.isTraining() && row.normal() != null) {
                learnable.add(logarithms(row.normal()));
            }
        }
        double[][] training = learnable.toArray(double[][]::new);
        double[] means = new double[table.kinds().size()];
        double[] deviations = new double[table.kinds().size()];
        for (int metric = 0; metric < means.length; metric++) {
            int at = metric;
            double mean = Arrays.stream(training)
                    .mapToDouble(row -> row[at])
                    .average()
                    .orElse(0);
            means[metric] = mean;
            deviations[metric] = SMALLEST
                    + Math.sqrt(Arrays.stream(training)
                            .mapToDouble(row -> (row[at] - mean) * (row[at] - mean))
                            .average()
                            .orElse(0));
        }
        double[][] standard = Arrays.stream(training)
                .map(row -> standard(row, means, deviations))
                .toArray(double[][]::new);
        ToDoubleFunction<double[]> learned = method.learn(standard);
        double[] known = Arrays.stream(standard).mapToDouble(learned).sorted().toArray();
        double threshold = known[(int) (THRESHOLD * known.length)];
        List<Double> normal = new ArrayList<>();
        List<Double> attacked = new ArrayList<>();
        for (FeatureTable.Row row : table.rows()) {
            if (row.attacked() != null) {
                attacked.add(learned.applyAsDouble(standard(logarithms(row.attacked()), means, deviations)));
            }
            if (!row.isTraining() && row.normal() != null) {
                normal.add(learned.applyAsDouble(standard(logarithms(row.normal()), means, deviations)));
            }
        }
        return new Outcome(Ranking.auc(attacked, normal), share(attacked, threshold), share(normal, threshold));
    }

    private static double[] logarithms(double @Nullable [] row) {
        return row == null ? new double[0] : Arrays.stream(row).map(Math::log1p).toArray();
    }

    private static double[] standard(double[] row, double[] means, double[] deviations) {
        double[] standard = new double[row.length];
        for (int metric = 0; metric < row.length; metric++) {
            standard[metric] = (row[metric] - means[metric]) / deviations[metric];
        }
        return standard;
    }

    private static double share(List<Double> scores, double threshold) {
        return scores.isEmpty()
                ? 0
                : scores.stream().filter(score -> score > threshold).count() / (double) scores.size();
    }
}
