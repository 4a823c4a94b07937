// SPDX-License-Identifier: Apache-2.0
package io.fleetward.bench.ml;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.detect.learned.ValueKind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two metrics that go together, as bytes and packets do; both have a third that goes its own way. */
class WindowTrialTest {
    private static final int WINDOWS = 400;
    private static final List<ValueKind> KINDS = List.of(ValueKind.COUNT, ValueKind.SIZE, ValueKind.COUNT);

    /** Every tenth window of the second half is also seen with an attack that adds so much to each metric. */
    private static FeatureTable table(double... attack) {
        var random = new SplittableRandom(7);
        List<FeatureTable.Row> rows = new ArrayList<>();
        for (int window = 0; window < WINDOWS; window++) {
            double packets = 100 * Math.exp(0.3 * random.nextGaussian());
            double[] normal = {
                packets,
                80 * packets * Math.exp(0.02 * random.nextGaussian()),
                20 * Math.exp(0.3 * random.nextGaussian())
            };
            boolean isTraining = window < WINDOWS / 2;
            double[] attacked = {normal[0] + attack[0], normal[1] + attack[1], normal[2] + attack[2]};
            rows.add(new FeatureTable.Row(
                    window * 300_000L, isTraining, normal, isTraining || window % 10 > 0 ? null : attacked));
        }
        return new FeatureTable("noise", KINDS, rows);
    }

    @ParameterizedTest
    @EnumSource
    void tellsFloodsOfSmallPacketsFromWhatIsNormal(WindowMethod method) {
        WindowTrial.Outcome outcome = WindowTrial.judge(table(10_000, 0, 0), method);

        assertThat(outcome.auc()).isEqualTo(1);
        assertThat(outcome.recall()).isEqualTo(1);
        assertThat(outcome.falseRate()).isLessThan(0.05);
    }

    /** What each metric alone would not show: many bytes in usual packets. */
    @Test
    void seesByComponentsWhatBreaksARelation() {
        FeatureTable table = table(0, 8_000, 0);

        assertThat(WindowTrial.judge(table, WindowMethod.PRINCIPAL_COMPONENTS).auc())
                .isGreaterThan(
                        WindowTrial.judge(table, WindowMethod.ROBUST_QUANTILES).auc())
                .isGreaterThan(0.95);
    }

    @Test
    void countsTiesByHalf() {
        assertThat(Ranking.auc(List.of(1.0, 2.0), List.of(1.0, 0.0))).isEqualTo(0.875);
    }
}
