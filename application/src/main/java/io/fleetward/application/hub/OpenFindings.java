// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.hub.finding.SeverityLabel;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/**
 * How many findings were open at a moment, by severity. Immutable.
 *
 * @param counts severities without open findings may be missing
 */
public record OpenFindings(Instant at, Map<SeverityLabel, Long> counts) {
    public OpenFindings {
        var copy = new EnumMap<SeverityLabel, Long>(SeverityLabel.class);
        counts.forEach((label, count) -> {
            if (count != 0) {
                copy.put(label, count);
            }
        });
        counts = Map.copyOf(copy);
    }

    /** The number of open findings of the severity. */
    public long of(SeverityLabel label) {
        return counts.getOrDefault(label, 0L);
    }
}
