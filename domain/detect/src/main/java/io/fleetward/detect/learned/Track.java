// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The points of one device as a training keeps them, in ascending order of time. Mutable, confined. */
final class Track {
    private static final int FIRST_ROOM = 512;

    private long[] times = new long[FIRST_ROOM];
    private double[] values = new double[FIRST_ROOM];
    private int size;

    int size() {
        return size;
    }

    long time(int point) {
        return times[point];
    }

    double value(int point) {
        return values[point];
    }

    void add(long time, double value) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        times[size] = time;
        values[size] = value;
        size++;
    }

    /** Forgets the older half. */
    int halve() {
        int dropped = size / 2;
        System.arraycopy(times, dropped, times, 0, size - dropped);
        System.arraycopy(values, dropped, values, 0, size - dropped);
        size -= dropped;
        return dropped;
    }

    void write(ByteBuffer out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putLong(times[i]).putDouble(values[i]);
        }
    }

    static Track read(ByteBuffer in, int most) {
        var track = new Track();
        int size = Packing.count(in.getInt(), most);
        for (int i = 0; i < size; i++) {
            track.add(in.getLong(), Packing.finite(in.getDouble()));
        }
        return track;
    }
}
