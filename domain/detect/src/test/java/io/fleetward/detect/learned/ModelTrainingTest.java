// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ModelTrainingTest {
    private static final int WEEK = 7 * Noise.DAY;

    private final LearnedModels models = new StandardModels();

    @Test
    void goesOnWhereItWasWrittenDownWhileLearningAndWhileWorking() {
        ModelTraining training = models.train(Noise.DAILY.config());
        training.learn(Noise.DAILY.device(0, 0, WEEK));
        ModelTraining resumed = resume(training);
        training.learn(Noise.DAILY.device(1, 0, WEEK));
        resumed.learn(Noise.DAILY.device(1, 0, WEEK));
        assertThat(training.advance(100)).isTrue();
        ModelTraining worked = resume(training);

        byte[] model = Noise.finish(training).toBytes();

        assertThat(Noise.finish(resumed).toBytes()).isEqualTo(model);
        assertThat(Noise.finish(worked).toBytes()).isEqualTo(model);
    }

    @Test
    void staysWithinItsBoundsWhateverItIsGiven() {
        ModelTraining training = models.train(Noise.NORMAL.config());
        for (int device = 0; device < 150; device++) {
            training.learn(Noise.NORMAL.device(device, 0, WEEK));
        }
        assertThat(training.checkpoint().length).isLessThan(ModelTraining.MAX_CHECKPOINT_BYTES);
        ModelTraining resumed = resume(training);
        LearnedModel model = Noise.finish(training);
        assertThat(model.description().points()).isEqualTo(150L * WEEK);
        assertThat(model.description().devices()).isEqualTo(150);
        assertThat(model.toBytes())
                .hasSizeLessThan(4096)
                .isEqualTo(Noise.finish(resumed).toBytes());
    }

    @Test
    void keepsTheNewerPartOfASingleDeviceThatIsTooMuch() {
        ModelTraining training = models.train(Noise.NORMAL.config());
        training.learn(Noise.NORMAL.device(0, 0, DeviceSample.ROOM + 10));
        assertThat(training.checkpoint().length).isLessThan(ModelTraining.MAX_CHECKPOINT_BYTES / 2);
        assertThat(Noise.finish(training).description().devices()).isEqualTo(1);
    }

    @Test
    void countsManyDevicesNearly() {
        var count = new DeviceCount();
        for (int device = 0; device < 20_000; device++) {
            count.add(DataHash.device("device-" + device, 1));
        }
        assertThat(count.count()).isBetween(18_000L, 22_000L);
    }

    @Test
    void makesAModelOfNothing() {
        ModelTraining training = models.train(Noise.NORMAL.config());
        training.learn(new DeviceSeries("device", new long[0], new double[0]));
        LearnedModel model = Noise.finish(training);
        assertThat(model.description().points()).isZero();
        assertThat(model.description().ripeness()).isZero();
    }

    @Test
    void refusesToLearnMoreOnceTheWorkHasBegunAndToTellBeforeItIsDone() {
        ModelTraining training = models.train(Noise.NORMAL.config());
        training.learn(Noise.NORMAL.device(0, 0, WEEK));
        assertThatIllegalStateException().isThrownBy(training::model);
        training.advance(10);
        assertThatIllegalStateException().isThrownBy(training::model);
        assertThatIllegalStateException().isThrownBy(() -> training.learn(Noise.NORMAL.device(1, 0, 1)));
    }

    private ModelTraining resume(ModelTraining training) {
        return ((Reading.Read<ModelTraining>) models.resume(training.checkpoint())).value();
    }
}
