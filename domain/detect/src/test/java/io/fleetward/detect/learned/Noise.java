// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.util.SplittableRandom;

/** Devices that behave as they always did, by several laws of chance; the same for the same seed. */
enum Noise {
    NORMAL(ValueKind.NUMBER),
    DAILY(ValueKind.SIZE),
    EXPONENTIAL(ValueKind.NUMBER),
    COUNTS(ValueKind.COUNT);

    static final int DAY = 288;
    static final long PERIOD = 300_000;
    static final long START = 1_767_571_200_000L;

    final ValueKind kind;

    Noise(ValueKind kind) {
        this.kind = kind;
    }

    /** A device's points from the first window on. */
    DeviceSeries device(int number, int first, int count) {
        var random = new SplittableRandom(number * 7919L + name().length() + first);
        double level = 1 + number % 5;
        long[] times = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = START + (first + i + 1) * PERIOD;
            values[i] = value(level, first + i, random);
        }
        return new DeviceSeries("device-" + number, times, values);
    }

    private double value(double level, int window, SplittableRandom random) {
        return switch (this) {
            case NORMAL -> 10 * level + random.nextGaussian();
            case DAILY ->
                1000 * level * (1.5 + Math.sin(2 * Math.PI * window / DAY)) * Math.exp(0.1 * random.nextGaussian());
            case EXPONENTIAL -> -level * Math.log(1 - random.nextDouble());
            case COUNTS -> Math.max(0, Math.rint(50 * level + Math.sqrt(50 * level) * random.nextGaussian()));
        };
    }

    ModelConfig config() {
        return new ModelConfig(kind, PERIOD, ModelConfig.Gates.AWS, 1);
    }

    /** A model of the first two weeks of so many devices. */
    LearnedModel train(int devices, int windows) {
        ModelTraining training = new StandardModels().train(config());
        for (int device = 0; device < devices; device++) {
            training.learn(device(device, 0, windows));
        }
        return finish(training);
    }

    static LearnedModel finish(ModelTraining training) {
        boolean isMore = true;
        while (isMore) {
            isMore = training.advance(10_000);
        }
        return training.model();
    }
}
