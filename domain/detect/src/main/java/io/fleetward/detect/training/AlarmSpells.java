// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.VerificationState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
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
     * @param leading how many violating datapoints were counted before the one that raised it
     */
    public record Spell(
            DeviceKey device, Instant from, @Nullable Instant to, int leading, VerificationState verification) {}

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

    /**
     * Takes out of the device's datapoints, by the ends of their windows in epoch milliseconds, those that were measured
     * in an alarm or counted until it was raised. The latter are the datapoints right before: a row that was broken
     * would have been counted anew.
     *
     * @param length of a window; zero where each report is a datapoint
     */
    void removeFrom(NavigableMap<Long, ?> datapoints, DeviceKey device, long length) {
        Set<Long> removed = new HashSet<>();
        for (Spell spell : excluded.getOrDefault(device, List.of())) {
            long first = spell.from().toEpochMilli() + Math.min(1, length);
            long last = spell.to() == null ? Long.MAX_VALUE : spell.to().toEpochMilli() - 1 + length;
            if (first <= last) {
                removed.addAll(datapoints.subMap(first, true, last, true).keySet());
            }
            datapoints.headMap(first, false).descendingKeySet().stream()
                    .limit(spell.leading())
                    .forEach(removed::add);
        }
        datapoints.keySet().removeAll(removed);
    }
}
