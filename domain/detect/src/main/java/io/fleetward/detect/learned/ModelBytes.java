// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;
import java.util.List;

/** Writes models down and reads them back. */
final class ModelBytes {
    private static final char WHAT = 'm';

    /** By the number that stands for them, which must never change. */
    private static final List<ValueKind> KINDS = List.of(ValueKind.COUNT, ValueKind.SIZE, ValueKind.NUMBER);

    /** Some 900 bytes are used. */
    private static final int ROOM = 4096;

    private ModelBytes() {}

    static byte[] write(StandardModel model) {
        ByteBuffer out = Packing.open(WHAT, ROOM);
        ModelDescription description = model.description();
        config(out, description.config());
        out.putLong(description.from()).putLong(description.to());
        out.putLong(description.points()).putLong(description.devices());
        DataHash.parse(description.dataHash()).write(out);
        GroupContext group = model.group();
        out.putLong(group.points());
        for (int side = 0; side < Baseline.SIDES; side++) {
            out.putDouble(group.knees()[side]).putDouble(group.excesses()[side]);
        }
        for (float hour : group.week()) {
            out.putFloat(hour);
        }
        for (double surprise : model.calibration().surprises()) {
            out.putDouble(surprise);
        }
        return Packing.close(out);
    }

    static Reading<LearnedModel> read(byte[] bytes) {
        return Packing.read(WHAT, bytes, LearnedModel.MAX_BYTES, ModelBytes::body);
    }

    private static LearnedModel body(ByteBuffer in) {
        ModelConfig config = config(in);
        var description = new ModelDescription(
                config,
                in.getLong(),
                in.getLong(),
                in.getLong(),
                in.getLong(),
                DataHash.read(in).text());
        return new StandardModel(description, group(in), calibration(in));
    }

    private static GroupContext group(ByteBuffer in) {
        long points = in.getLong();
        double[] knees = new double[Baseline.SIDES];
        double[] excesses = new double[Baseline.SIDES];
        for (int side = 0; side < Baseline.SIDES; side++) {
            knees[side] = Packing.finite(in.getDouble());
            excesses[side] = Packing.positive(in.getDouble());
        }
        float[] week = new float[GroupContext.HOURS];
        for (int hour = 0; hour < week.length; hour++) {
            week[hour] = (float) Packing.finite(in.getFloat());
        }
        return new GroupContext(points, knees, excesses, week);
    }

    private static Calibration calibration(ByteBuffer in) {
        double[] surprises = new double[Calibration.SIZE];
        double before = 0;
        for (int i = 0; i < surprises.length; i++) {
            surprises[i] = Packing.positive(in.getDouble());
            if (surprises[i] <= before) {
                throw new IllegalArgumentException("a calibration does not ascend");
            }
            before = surprises[i];
        }
        return new Calibration(surprises);
    }

    static void config(ByteBuffer out, ModelConfig config) {
        out.put((byte) KINDS.indexOf(config.kind())).putLong(config.periodMillis());
        out.putLong(config.gates().millis()).putLong(config.gates().points()).putLong(config.seed());
    }

    static ModelConfig config(ByteBuffer in) {
        ValueKind kind = KINDS.get(Packing.count(in.get(), KINDS.size() - 1));
        return new ModelConfig(kind, in.getLong(), new ModelConfig.Gates(in.getLong(), in.getLong()), in.getLong());
    }
}
