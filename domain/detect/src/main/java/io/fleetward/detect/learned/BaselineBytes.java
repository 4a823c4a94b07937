// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;

/** Writes baselines down and reads them back. */
final class BaselineBytes {
    private static final char WHAT = 'b';

    private BaselineBytes() {}

    static byte[] write(Baseline baseline) {
        ByteBuffer out = Packing.open(WHAT, DeviceBaseline.MAX_BYTES - Packing.FRAME_BYTES);
        out.putInt(baseline.points).putLong(baseline.last).putDouble(baseline.origin);
        out.putDouble(baseline.unrest).putDouble(baseline.stir);
        for (double level : baseline.levels) {
            out.putDouble(level);
        }
        for (float hour : baseline.hours) {
            out.putFloat(hour);
        }
        out.put(baseline.visits);
        for (int at = 0; at < baseline.knees.length; at++) {
            out.putFloat(baseline.knees[at]).putFloat(baseline.excesses[at]);
        }
        return Packing.close(out);
    }

    static Reading<DeviceBaseline> read(byte[] bytes) {
        return Packing.read(WHAT, bytes, DeviceBaseline.MAX_BYTES, BaselineBytes::body);
    }

    private static DeviceBaseline body(ByteBuffer in) {
        var baseline = new Baseline();
        baseline.points = Packing.count(in.getInt(), Integer.MAX_VALUE);
        baseline.last = in.getLong();
        baseline.origin = Packing.finite(in.getDouble());
        baseline.unrest = Packing.positive(in.getDouble());
        baseline.stir = Packing.positive(in.getDouble());
        for (int i = 0; i < baseline.levels.length; i++) {
            baseline.levels[i] = Packing.finite(in.getDouble());
        }
        for (int i = 0; i < baseline.hours.length; i++) {
            baseline.hours[i] = (float) Packing.finite(in.getFloat());
        }
        in.get(baseline.visits);
        for (int at = 0; at < baseline.knees.length; at++) {
            baseline.knees[at] = (float) Packing.finite(in.getFloat());
            baseline.excesses[at] = (float) Packing.positive(in.getFloat());
        }
        return baseline;
    }
}
