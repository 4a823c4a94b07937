// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.detect.learned.ConfidenceLevel;
import io.fleetward.detect.learned.DeviceBaseline;
import io.fleetward.detect.learned.DeviceSeries;
import io.fleetward.detect.learned.Judgement;
import io.fleetward.detect.learned.LearnedModel;
import io.fleetward.detect.learned.LearnedModels;
import io.fleetward.detect.learned.ModelConfig;
import io.fleetward.detect.learned.ModelDescription;
import io.fleetward.detect.learned.ModelTraining;
import io.fleetward.detect.learned.Reading;
import java.time.Instant;

/**
 * Models that find nothing unusual: behaviors can be configured and their data is gathered, but they never alarm. Holds
 * the place of the models that do.
 */
final class SilentModels implements LearnedModels {
    private static final String NO_HASH = "0".repeat(64);

    @Override
    public LearnedModel untrained(ModelConfig config) {
        return new Silent(new ModelDescription(config, 0, 0, 0, 0, NO_HASH));
    }

    @Override
    public ModelTraining train(ModelConfig config) {
        return new Count(config);
    }

    @Override
    public Reading<ModelTraining> resume(byte[] checkpoint) {
        return new Reading.Unreadable<>("nothing is written down of a training");
    }

    @Override
    public Reading<LearnedModel> read(byte[] bytes) {
        return new Reading.Unreadable<>("nothing is written down of a model");
    }

    @Override
    public Reading<DeviceBaseline> readBaseline(byte[] bytes) {
        return new Reading.Unreadable<>("nothing is written down of a device");
    }

    private static final class Count implements ModelTraining {
        private final ModelConfig config;
        private long from = Long.MAX_VALUE;
        private long to;
        private long points;
        private long devices;

        Count(ModelConfig config) {
            this.config = config;
        }

        @Override
        public void learn(DeviceSeries series) {
            for (long time : series.times()) {
                from = Math.min(from, time);
                to = Math.max(to, time);
            }
            points += series.size();
            devices++;
        }

        @Override
        public boolean advance(int most) {
            return false;
        }

        @Override
        public LearnedModel model() {
            return new Silent(new ModelDescription(config, points == 0 ? 0 : from, to, points, devices, NO_HASH));
        }

        @Override
        public byte[] checkpoint() {
            return new byte[0];
        }
    }

    private record Nothing() implements DeviceBaseline {
        @Override
        public long points() {
            return 0;
        }

        @Override
        public byte[] toBytes() {
            return new byte[0];
        }
    }

    private record Silent(ModelDescription description) implements LearnedModel {
        @Override
        public DeviceBaseline newDevice() {
            return new Nothing();
        }

        @Override
        public Judgement judge(DeviceBaseline baseline, long time, double value, ConfidenceLevel confidence) {
            return new Judgement(
                    1,
                    value,
                    value,
                    value,
                    Instant.ofEpochMilli(time),
                    Judgement.Source.DEVICE,
                    Judgement.Cause.NONE,
                    0,
                    description.ripeness());
        }

        @Override
        public byte[] toBytes() {
            return new byte[0];
        }
    }
}
