// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the points of a sample of devices, then works on them. What is written down is what was learned: work that was
 * begun starts anew when it is resumed, and comes out the same. Mutable, confined.
 */
final class StandardTraining implements ModelTraining {
    private static final char WHAT = 't';
    private static final int FIXED_BYTES = 256;

    private final ModelConfig config;
    private final DeviceSample sample;
    private final DeviceCount devices;
    private final DataHash hash;
    private long from;
    private long to;
    private long points;
    private @Nullable TrainingWork work;

    StandardTraining(ModelConfig config) {
        this(config, new DeviceSample(), new DeviceCount(), new DataHash());
    }

    private StandardTraining(ModelConfig config, DeviceSample sample, DeviceCount devices, DataHash hash) {
        this.config = config;
        this.sample = sample;
        this.devices = devices;
        this.hash = hash;
    }

    @Override
    public void learn(DeviceSeries series) {
        if (work != null) {
            throw new IllegalStateException("the work on what was learned has begun");
        }
        if (series.size() == 0) {
            return;
        }
        long device = DataHash.device(series.device(), config.seed());
        devices.add(device);
        for (int i = 0; i < series.size(); i++) {
            double value = Double.isFinite(series.values()[i]) ? series.values()[i] : 0;
            hash.add(device, series.times()[i], value);
            if (sample.takes(device)) {
                sample.add(device, series.times()[i], value);
            }
        }
        from = points == 0 ? series.times()[0] : Math.min(from, series.times()[0]);
        to = points == 0 ? series.times()[series.size() - 1] : Math.max(to, series.times()[series.size() - 1]);
        points += series.size();
    }

    @Override
    public boolean advance(int budget) {
        if (work == null) {
            work = new TrainingWork(description(), sample.tracks());
        }
        return work.advance(budget);
    }

    private ModelDescription description() {
        return new ModelDescription(config, from, to, points, devices.count(), hash.text());
    }

    @Override
    public LearnedModel model() {
        StandardModel model = work == null ? null : work.model();
        if (model == null) {
            throw new IllegalStateException("there is more to do");
        }
        return model;
    }

    @Override
    public byte[] checkpoint() {
        ByteBuffer out = Packing.open(WHAT, FIXED_BYTES + devices.bytes() + sample.bytes());
        ModelBytes.config(out, config);
        out.putLong(from).putLong(to).putLong(points);
        hash.write(out);
        devices.write(out);
        sample.write(out);
        return Packing.close(out);
    }

    static Reading<ModelTraining> read(byte[] bytes) {
        return Packing.read(WHAT, bytes, ModelTraining.MAX_CHECKPOINT_BYTES, StandardTraining::body);
    }

    private static ModelTraining body(ByteBuffer in) {
        ModelConfig config = ModelBytes.config(in);
        long from = in.getLong();
        long to = in.getLong();
        long points = in.getLong();
        DataHash hash = DataHash.read(in);
        DeviceCount devices = DeviceCount.read(in);
        var training = new StandardTraining(config, DeviceSample.read(in), devices, hash);
        training.from = from;
        training.to = to;
        training.points = points;
        return training;
    }
}
