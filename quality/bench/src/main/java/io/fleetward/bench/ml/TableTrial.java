// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.DeviceBaseline;
import io.fleetward.detect.learned.DeviceSeries;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.ModelTraining;
import io.fleetward.detect.learned.Reading;
import io.fleetward.detect.learned.ValueKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Judges a table by one learned behavior per metric; a row is as rare as its rarest metric.
 *
 * <p>The models learn from the normal values of the training rows. Then the normal rows of the rest follow one another;
 * each attacked row is judged as if it came next, and forgotten: what is known before it is the device's normal past.
 * Attacked rows among the training rows are judged right after the training.
 */
final class TableTrial {
    private static final long PERIOD_MILLIS = 300_000;
    private static final int STEP = 100_000;

    private final LearnedModels models;
    private final List<LearnedModel> learned = new ArrayList<>();
    private final List<DeviceBaseline> device = new ArrayList<>();
    private final List<Double> normal = new ArrayList<>();
    private final List<Double> attacked = new ArrayList<>();

    private TableTrial(LearnedModels models) {
        this.models = models;
    }

    /**
     * What came out.
     *
     * @param auc how often an attacked row is rarer than a normal one; not a number without both
     * @param recallLow the share of attacked rows that violate at LOW
     * @param recallHigh the share of attacked rows that violate at HIGH
     * @param falseLow the share of normal rows that violate at LOW
     * @param falseHigh how many normal rows violate at HIGH
     */
    record Outcome(
            String name,
            int trained,
            int normal,
            int attacked,
            double auc,
            double recallLow,
            double recallHigh,
            double falseLow,
            int falseHigh) {}

    static Outcome judge(FeatureTable table, LearnedModels models) {
        return new TableTrial(models).run(table);
    }

    private Outcome run(FeatureTable table) {
        List<FeatureTable.Row> training = table.rows().stream()
                .filter(row -> row.isTraining() && row.normal() != null)
                .toList();
        for (int metric = 0; metric < table.kinds().size(); metric++) {
            learned.add(train(table.kinds().get(metric), training, metric));
            device.add(learned.getLast().newDevice());
        }
        training.forEach(row -> rarity(row.time(), row.normal(), device));
        for (FeatureTable.Row row : table.rows()) {
            if (row.attacked() != null) {
                attacked.add(rarity(row.time(), row.attacked(), copy()));
            }
            if (!row.isTraining() && row.normal() != null) {
                normal.add(rarity(row.time(), row.normal(), device));
            }
        }
        return new Outcome(
                table.name(),
                training.size(),
                normal.size(),
                attacked.size(),
                Ranking.auc(attacked, normal),
                share(attacked, ConfidenceLevel.LOW),
                share(attacked, ConfidenceLevel.HIGH),
                share(normal, ConfidenceLevel.LOW),
                (int) violations(normal, ConfidenceLevel.HIGH));
    }

    private LearnedModel train(ValueKind kind, List<FeatureTable.Row> rows, int metric) {
        ModelTraining training = models.train(new ModelConfig(kind, PERIOD_MILLIS, ModelConfig.Gates.AWS, 1));
        training.learn(new DeviceSeries(
                "device",
                rows.stream().mapToLong(FeatureTable.Row::time).toArray(),
                rows.stream().mapToDouble(row -> value(row.normal(), metric)).toArray()));
        while (training.advance(STEP)) {}
        return training.model();
    }

    private static double value(double @Nullable [] values, int metric) {
        return values == null ? 0 : values[metric];
    }

    private double rarity(long time, double @Nullable [] values, List<DeviceBaseline> baselines) {
        double rarest = 0;
        for (int metric = 0; metric < learned.size(); metric++) {
            double probability = learned.get(metric)
                    .judge(baselines.get(metric), time, value(values, metric), ConfidenceLevel.HIGH)
                    .tailProbability();
            rarest = Math.max(rarest, -Math.log10(probability));
        }
        return rarest;
    }

    private List<DeviceBaseline> copy() {
        return device.stream().map(baseline -> copy(baseline.toBytes())).toList();
    }

    private DeviceBaseline copy(byte[] bytes) {
        return switch (models.readBaseline(bytes)) {
            case Reading.Read<DeviceBaseline>(DeviceBaseline baseline) -> baseline;
            case Reading.Unreadable<DeviceBaseline>(String reason) -> throw new IllegalStateException(reason);
        };
    }

    private static double share(List<Double> rarities, ConfidenceLevel level) {
        return rarities.isEmpty() ? 0 : (double) violations(rarities, level) / rarities.size();
    }

    private static long violations(List<Double> rarities, ConfidenceLevel level) {
        double needed = -Math.log10(level.falseAlarmRate());
        return rarities.stream().filter(rarity -> rarity > needed).count();
    }
}
