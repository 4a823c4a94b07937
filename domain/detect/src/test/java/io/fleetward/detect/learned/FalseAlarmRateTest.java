// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The promise of the three levels, on points and devices that the model has not seen. */
class FalseAlarmRateTest {
    private static final int DEVICES = 12;
    private static final int WEEK = 7 * Noise.DAY;

    @ParameterizedTest
    @EnumSource
    void keepsWhatTheLevelsPromiseOnDevicesThatItHasNotSeen(Noise noise) {
        LearnedModel model = noise.train(DEVICES, 2 * WEEK);
        Map<ConfidenceLevel, Integer> violations = new EnumMap<>(ConfidenceLevel.class);
        int judged = 0;
        for (int device = 100; device < 100 + DEVICES; device++) {
            DeviceBaseline baseline = model.newDevice();
            DeviceSeries series = noise.device(device, 2 * WEEK, 2 * WEEK);
            for (int i = 0; i < series.size(); i++) {
                Judgement judgement =
                        model.judge(baseline, series.times()[i], series.values()[i], ConfidenceLevel.HIGH);
                if (i >= WEEK / 2) {
                    judged++;
                    for (ConfidenceLevel level : ConfidenceLevel.values()) {
                        violations.merge(level, judgement.isViolating(level) ? 1 : 0, Integer::sum);
                    }
                }
            }
        }
        assertThat(violations.getOrDefault(ConfidenceLevel.LOW, 0) / (double) judged)
                .isBetween(1e-4, 3e-3);
        assertThat(violations.getOrDefault(ConfidenceLevel.MEDIUM, 0) / (double) judged)
                .isLessThan(5e-4);
        assertThat(violations.getOrDefault(ConfidenceLevel.HIGH, 0)).isLessThanOrEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void isNotAlarmedByANewDeviceWithoutAnyModel(Noise noise) {
        LearnedModel model = new StandardModels().untrained(noise.config());
        int violations = 0;
        for (int device = 0; device < DEVICES; device++) {
            DeviceBaseline baseline = model.newDevice();
            DeviceSeries series = noise.device(device, 0, 2 * Noise.DAY);
            for (int i = 0; i < series.size(); i++) {
                violations += model.judge(baseline, series.times()[i], series.values()[i], ConfidenceLevel.HIGH)
                                .isViolating(ConfidenceLevel.HIGH)
                        ? 1
                        : 0;
            }
        }
        assertThat(violations).isLessThanOrEqualTo(3);
    }
}
