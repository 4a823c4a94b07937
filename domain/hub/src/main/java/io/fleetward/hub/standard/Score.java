// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.standard;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many controls do how, and the score that follows (hub, standards and controls).
 *
 * <p>Immutable.
 */
public record Score(Map<ControlStatus, Integer> counts) {
    private static final int WHOLE = 100;

    public Score {
        counts = Map.copyOf(counts);
    }

    /** The score of controls that do so. */
    public static Score of(Collection<ControlStatus> statuses) {
        var counts = new EnumMap<ControlStatus, Integer>(ControlStatus.class);
        for (ControlStatus status : ControlStatus.values()) {
            counts.put(status, Collections.frequency(statuses, status));
        }
        return new Score(counts);
    }

    /** How many do so. */
    public int count(ControlStatus status) {
        return counts.getOrDefault(status, 0);
    }

    /** The passed ones in percent of those that say anything, rounded half up; null when none does. */
    public @Nullable Integer percent() {
        int passed = count(ControlStatus.PASSED);
        int telling = passed + count(ControlStatus.FAILED) + count(ControlStatus.UNKNOWN);
        return telling == 0 ? null : Math.round((float) passed * WHOLE / telling);
    }
}
