// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.nio.ByteBuffer;

/** Writes baselines down and reads them back. */
final class BaselineBytes {
    private static final char WHAT = 'b';

    private BaselineBytes() {}

    static byte[] write(Baseline baseline) {
        ByteBuffer out = Packing.open(WHAT, DeviceBaseline.MAX_BYTES - Packing.FRAME_BYTES);
        baseline.write(out);
        return Packing.close(out);
    }

    static Reading<DeviceBaseline> read(byte[] bytes) {
        return Packing.read(WHAT, bytes, DeviceBaseline.MAX_BYTES, Baseline::read);
    }
}
