// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Tells whether two trainings were given the same points, in whatever order. Four sums of mixed points: good enough to
 * find what was changed, no proof against who wants to deceive. Mutable, confined.
 */
final class DataHash {
    private static final int LANES = 4;
    private static final int LANE_BYTES = 8;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long[] lanes = new long[LANES];

    void add(long device, long time, double value) {
        long point = mix(mix(device + GOLDEN * time) ^ Double.doubleToLongBits(value));
        for (int lane = 0; lane < LANES; lane++) {
            lanes[lane] += mix(point + GOLDEN * (lane + 1));
        }
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(LANES * LANE_BYTES);
        write(bytes);
        return HexFormat.of().formatHex(bytes.array());
    }

    void write(ByteBuffer out) {
        for (long lane : lanes) {
            out.putLong(lane);
        }
    }

    static DataHash read(ByteBuffer in) {
        var hash = new DataHash();
        for (int lane = 0; lane < LANES; lane++) {
            hash.lanes[lane] = in.getLong();
        }
        return hash;
    }

    static DataHash parse(String text) {
        return read(ByteBuffer.wrap(HexFormat.of().parseHex(text)));
    }

    /** The number of a device's name, spread by a seed. */
    static long device(String name, long seed) {
        long hash = mix(seed);
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash * 31 + name.charAt(i));
        }
        return hash;
    }

    /** The finalizer of SplitMix64. */
    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
