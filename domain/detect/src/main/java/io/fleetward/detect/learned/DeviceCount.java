// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;
import java.util.TreeSet;

/**
 * Counts distinct devices by the numbers of their names: exactly up to {@value #EXACT}, beyond to some three percent, by
 * how densely the smallest numbers lie. Mutable, confined.
 */
final class DeviceCount {
    static final int EXACT = 1024;

    private static final int NUMBER_BYTES = 8;

    private final TreeSet<Long> smallest = new TreeSet<>(Long::compareUnsigned);

    void add(long device) {
        if (smallest.size() < EXACT || Long.compareUnsigned(device, smallest.last()) < 0) {
            smallest.add(device);
            if (smallest.size() > EXACT) {
                smallest.pollLast();
            }
        }
    }

    long count() {
        if (smallest.size() < EXACT) {
            return smallest.size();
        }
        double last = (smallest.last() >>> 1) / (double) Long.MAX_VALUE;
        return Math.max(EXACT, Math.round((EXACT - 1) / last));
    }

    int bytes() {
        return Integer.BYTES + smallest.size() * NUMBER_BYTES;
    }

    void write(ByteBuffer out) {
        out.putInt(smallest.size());
        smallest.forEach(out::putLong);
    }

    static DeviceCount read(ByteBuffer in) {
        var count = new DeviceCount();
        int size = Packing.count(in.getInt(), EXACT);
        for (int i = 0; i < size; i++) {
            count.add(in.getLong());
        }
        return count;
    }
}
