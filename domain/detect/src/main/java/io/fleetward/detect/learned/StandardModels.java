// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/** Models of tails: of each device, as rare as the group says. Stateless, thread-safe. */
public final class StandardModels implements LearnedModels {
    @Override
    public LearnedModel untrained(ModelConfig config) {
        var description = new ModelDescription(config, 0, 0, 0, 0, new DataHash().text());
        return new StandardModel(description, GroupContext.none(), Calibration.untrained());
    }

    @Override
    public ModelTraining train(ModelConfig config) {
        return new StandardTraining(config);
    }

    @Override
    public Reading<ModelTraining> resume(byte[] checkpoint) {
        return StandardTraining.read(checkpoint);
    }

    @Override
    public Reading<LearnedModel> read(byte[] bytes) {
        return ModelBytes.read(bytes);
    }

    @Override
    public Reading<DeviceBaseline> readBaseline(byte[] bytes) {
        return BaselineBytes.read(bytes);
    }
}
