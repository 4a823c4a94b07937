// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.VerificationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When devices were in alarm for a learned behavior: whatever they measured then must not teach the model that it is
 * normal, or whoever attacks long enough would be normal (detect, poisoning).
 *
 * <p>Immutable.
 */
public final class AlarmSpells {
    private final Map<DeviceKey, List<Spell>> excluded = new HashMap<>();

    /**
     * One alarm of one device.
     *
     * @param from the start of the window that raised it
     * @param to when it ended; null while it lasts
     */
    public record Spell(
            DeviceKey device, Instant from, @Nullable Instant to, VerificationState verification) {}

    /** @param heedsVerification whether what people called false or benign is normal after all */
    public AlarmSpells(List<Spell> spells, boolean heedsVerification) {
        for (Spell spell : spells) {
            if (!heedsVerification || !isHarmless(spell.verification())) {
                excluded.computeIfAbsent(spell.device(), _ -> new ArrayList<>()).add(spell);
            }
        }
    }

    private static boolean isHarmless(VerificationState verification) {
        return switch (verification) {
            case FALSE_POSITIVE, BENIGN_POSITIVE -> true;
            case TRUE_POSITIVE, UNKNOWN -> false;
        };
    }

    /** Whether the device was in alarm at some time of this window; instants are epoch milliseconds. */
    public boolean covers(DeviceKey device, long windowStart, long windowEnd) {
        for (Spell spell : excluded.getOrDefault(device, List.of())) {
            long from = spell.from().toEpochMilli();
            boolean beganBefore = from < windowEnd || from <= windowStart;
            boolean endsAfter = spell.to() == null || spell.to().toEpochMilli() > windowStart;
            if (beganBefore && endsAfter) {
                return true;
            }
        }
        return false;
    }
}
