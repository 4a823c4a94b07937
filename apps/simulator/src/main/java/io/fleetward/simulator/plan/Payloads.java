// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** How large the messages of a device are at an instant. Immutable. */
record Payloads(DevicePlan device, long newFirmwareFrom) {
    /** No benign message is larger. */
    static final int LARGEST = 4_096;

    private static final int SMALLEST = 16;
    private static final double SPREAD = 0.35;
    private static final double FIRMWARE_GROWTH = 1.15;
    private static final double EXFILTRATION_GROWTH = 1.10;
    private static final int OVERSIZED = 12_000;

    int at(long instant, RandomGenerator random) {
        double bytes = Chance.logNormal(random, device.kind().payloadBytes(), SPREAD);
        if (instant >= newFirmwareFrom) {
            bytes *= FIRMWARE_GROWTH;
        }
        if (suffers(AttackKind.SLOW_EXFILTRATION, instant)) {
            bytes *= EXFILTRATION_GROWTH;
        }
        int benign = (int) Math.clamp(bytes, SMALLEST, LARGEST);
        return suffers(AttackKind.OVERSIZED_MESSAGES, instant) ? OVERSIZED + benign : benign;
    }

    private boolean suffers(AttackKind kind, long instant) {
        @Nullable Attack attack = device.attack();
        return attack != null && attack.kind() == kind && attack.isOn(instant);
    }
}
