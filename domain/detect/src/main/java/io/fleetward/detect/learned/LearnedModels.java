// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * Makes models, and reads back those that were written down. Thread-safe; what it makes is not shared unless it says
 * so.
 *
 * <p>Deterministic: the same calls make the same models, on any machine.
 */
public interface LearnedModels {
    /** A model that has seen nothing: it judges each device by the device alone, and says how little it knows. */
    LearnedModel untrained(ModelConfig config);

    /** Begins to learn a model. */
    ModelTraining train(ModelConfig config);

    /** Goes on where {@link ModelTraining#checkpoint} stopped. */
    Reading<ModelTraining> resume(byte[] checkpoint);

    /** Reads what {@link LearnedModel#toBytes} wrote; anything else is told apart in bounded time and memory. */
    Reading<LearnedModel> read(byte[] bytes);

    /** Reads what {@link DeviceBaseline#toBytes} wrote. */
    Reading<DeviceBaseline> readBaseline(byte[] bytes);
}
