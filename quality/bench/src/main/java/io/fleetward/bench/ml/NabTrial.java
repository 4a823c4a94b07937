// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.DeviceBaseline;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.ValueKind;
import java.util.List;

/**
 * Lets a model without any training judge series of the benchmark, each as a device that it never saw before: row by
 * row, knowing only the rows before.
 *
 * <p>An alarm stands for {@value #ALARM_ROWS} rows; meanwhile only a datapoint that is clearly rarer raises another.
 */
final class NabTrial {
    private static final int ALARM_ROWS = 120;

    /** In powers of ten of the tail probability. */
    private static final double CLEARLY_RARER = 0.5;

    /** Rows that are not even this rare are not worth an alarm at any threshold. */
    private static final double LEAST = 1.5;

    private static final long PERIOD_MILLIS = 300_000;

    private NabTrial() {}

    /** The figures of a file's rows: how rare the rows are that raise an alarm, in powers of ten; zero for the others. */
    static double[] judge(NabFile file, LearnedModels models) {
        LearnedModel model =
                models.untrained(new ModelConfig(ValueKind.NUMBER, PERIOD_MILLIS, ModelConfig.Gates.AWS, 1));
        DeviceBaseline device = model.newDevice();
        double[] figures = new double[file.size()];
        double[] rarity = new double[file.size()];
        int since = ALARM_ROWS;
        double peak = 0;
        for (int row = 0; row < file.size(); row++) {
            rarity[row] = -Math.log10(model.judge(device, file.times()[row], file.values()[row], ConfidenceLevel.HIGH)
                    .tailProbability());
            since++;
            if (rarity[row] > LEAST && (since >= ALARM_ROWS || rarity[row] > peak + CLEARLY_RARER)) {
                figures[row] = rarity[row];
                peak = rarity[row];
                since = 0;
            }
        }
        return figures;
    }

    static List<double[]> judge(List<NabFile> files, LearnedModels models) {
        return files.stream().map(file -> judge(file, models)).toList();
    }
}
