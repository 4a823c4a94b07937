// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StandardModelsTest {
    private static final int WEEK = 7 * Noise.DAY;

    private final LearnedModels models = new StandardModels();

    @ParameterizedTest
    @EnumSource
    void findsATenfoldValueAtOnceAndSaysThatItIsHigh(Noise noise) {
        LearnedModel model = noise.train(10, 2 * WEEK);
        DeviceBaseline baseline = lived(model, noise.device(3, 0, WEEK));
        double usual = noise.device(3, 0, WEEK).values()[WEEK - 1];

        Judgement judgement = model.judge(baseline, time(WEEK), 10 * usual + 100, ConfidenceLevel.HIGH);

        assertThat(judgement.isViolating(ConfidenceLevel.HIGH)).isTrue();
        assertThat(judgement.cause()).isIn(Judgement.Cause.HIGH, Judgement.Cause.SUSTAINED_HIGH);
        assertThat(judgement.expectedHigh()).isGreaterThanOrEqualTo(judgement.expectedLow());
        assertThat(judgement.observed()).isGreaterThanOrEqualTo(judgement.expectedHigh());
    }

    @Test
    void findsAValueThatIsFarTooLow() {
        LearnedModel model = Noise.NORMAL.train(10, 2 * WEEK);
        DeviceBaseline baseline = lived(model, Noise.NORMAL.device(4, 0, WEEK));

        Judgement judgement = model.judge(baseline, time(WEEK), 20, ConfidenceLevel.HIGH);

        assertThat(judgement.isViolating(ConfidenceLevel.HIGH)).isTrue();
        assertThat(judgement.cause()).isIn(Judgement.Cause.LOW, Judgement.Cause.SUSTAINED_LOW);
        assertThat(judgement.observed()).isLessThanOrEqualTo(judgement.expectedLow());
    }

    @Test
    void getsUsedToAChangeThatStays() {
        LearnedModel model = Noise.NORMAL.train(10, 2 * WEEK);
        DeviceBaseline baseline = lived(model, Noise.NORMAL.device(0, 0, WEEK));
        DeviceSeries shifted = Noise.NORMAL.device(1, WEEK, WEEK);
        int alarms = 0;
        boolean wasViolating = false;
        boolean isFirstViolating = false;
        for (int i = 0; i < shifted.size(); i++) {
            boolean isViolating = model.judge(baseline, shifted.times()[i], shifted.values()[i], ConfidenceLevel.HIGH)
                    .isViolating(ConfidenceLevel.HIGH);
            isFirstViolating |= isViolating && i < 5;
            alarms += isViolating && !wasViolating ? 1 : 0;
            wasViolating = isViolating;
        }
        assertThat(isFirstViolating).isTrue();
        assertThat(alarms).isLessThanOrEqualTo(10);
        assertThat(wasViolating).isFalse();
    }

    @Test
    void judgesADeviceThatItDoesNotKnowByTheOthers() {
        LearnedModel model = Noise.COUNTS.train(10, 2 * WEEK);

        Judgement usual = model.judge(model.newDevice(), time(0), 150, ConfidenceLevel.HIGH);
        Judgement strange = model.judge(model.newDevice(), time(0), 100_000, ConfidenceLevel.HIGH);
        Judgement silent = model.judge(model.newDevice(), time(0), 0, ConfidenceLevel.HIGH);

        assertThat(usual.source()).isEqualTo(Judgement.Source.GROUP);
        assertThat(usual.isViolating(ConfidenceLevel.LOW)).isFalse();
        assertThat(usual.cause()).isEqualTo(Judgement.Cause.NONE);
        assertThat(strange.isViolating(ConfidenceLevel.HIGH)).isTrue();
        assertThat(strange.cause()).isEqualTo(Judgement.Cause.HIGH);
        assertThat(silent.cause()).isEqualTo(Judgement.Cause.LOW);
        assertThat(strange.ripeness()).isLessThan(0.1);
    }

    @Test
    void knowsNothingWithoutPointsAndSaysSo() {
        LearnedModel model = models.untrained(Noise.NORMAL.config());

        Judgement judgement = model.judge(model.newDevice(), time(0), 1e9, ConfidenceLevel.LOW);

        assertThat(judgement.tailProbability()).isEqualTo(1);
        assertThat(judgement.ripeness()).isZero();
        assertThat(model.description().ripeness()).isZero();
    }

    @Test
    void takesWhatIsNotFiniteForZero() {
        LearnedModel model = models.untrained(Noise.COUNTS.config());
        Judgement judgement = model.judge(model.newDevice(), time(0), Double.NaN, ConfidenceLevel.LOW);
        assertThat(judgement.observed()).isZero();
    }

    @Test
    void knowsTheHourOfTheDay() {
        LearnedModel model = Noise.DAILY.train(10, 2 * WEEK);
        DeviceBaseline baseline = lived(model, Noise.DAILY.device(0, 0, 2 * WEEK));
        // A quarter past the start of the day's second half is far below the morning's level; that level comes at
        // night.
        int night = 2 * WEEK + 216;
        for (int i = 2 * WEEK; i < night; i++) {
            DeviceSeries one = Noise.DAILY.device(0, i, 1);
            model.judge(baseline, one.times()[0], one.values()[0], ConfidenceLevel.HIGH);
        }
        Judgement judgement = model.judge(baseline, time(night), 2500, ConfidenceLevel.HIGH);

        assertThat(judgement.isViolating(ConfidenceLevel.MEDIUM)).isTrue();
        assertThat(judgement.source()).isEqualTo(Judgement.Source.HOUR_OF_WEEK);
    }

    @Test
    void makesTheSameModelOfTheSamePointsInAnyOrderOfDevices() {
        ModelTraining one = models.train(Noise.NORMAL.config());
        ModelTraining other = models.train(Noise.NORMAL.config());
        for (int device = 0; device < 6; device++) {
            one.learn(Noise.NORMAL.device(device, 0, WEEK));
            other.learn(Noise.NORMAL.device(5 - device, 0, WEEK));
        }
        assertThat(Noise.finish(one).toBytes()).isEqualTo(Noise.finish(other).toBytes());
    }

    @Test
    void tellsFromWhatItWasLearned() {
        LearnedModel model = Noise.NORMAL.train(6, WEEK);
        ModelDescription description = model.description();

        assertThat(description.points()).isEqualTo(6L * WEEK);
        assertThat(description.devices()).isEqualTo(6);
        assertThat(description.from()).isEqualTo(time(0));
        assertThat(description.to()).isEqualTo(time(WEEK - 1));
        assertThat(description.dataHash()).hasSize(64);
        assertThat(description.dataHash())
                .isNotEqualTo(Noise.NORMAL.train(6, WEEK - 1).description().dataHash());
        assertThat(description.ripeness()).isBetween(0.45, 0.5);
    }

    @Test
    void refusesBaselinesOfOtherModels() {
        LearnedModel model = models.untrained(Noise.NORMAL.config());
        DeviceBaseline foreign = new DeviceBaseline() {
            @Override
            public long points() {
                return 0;
            }

            @Override
            public byte[] toBytes() {
                return new byte[0];
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> model.judge(foreign, 0, 0, ConfidenceLevel.LOW))
                .withMessageContaining("baseline");
    }

    static DeviceBaseline lived(LearnedModel model, DeviceSeries series) {
        DeviceBaseline baseline = model.newDevice();
        for (int i = 0; i < series.size(); i++) {
            model.judge(baseline, series.times()[i], series.values()[i], ConfidenceLevel.HIGH);
        }
        return baseline;
    }

    static long time(int window) {
        return Noise.START + (window + 1) * Noise.PERIOD;
    }
}
