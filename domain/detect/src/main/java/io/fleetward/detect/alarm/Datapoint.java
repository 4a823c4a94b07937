// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.evaluate.Verdict;
import io.fleetward.detect.metric.MetricValue;

/**
 * A verdict on a window, as the alarm takes it in. Immutable; instants are epoch milliseconds.
 *
 * @param windowEnd identifies the window: however often it is judged, it counts once
 * @param at when the verdict became known, at most the window's end
 * @param evidence what the verdict is based on
 */
public record Datapoint(Verdict verdict, long windowEnd, long at, Evidence evidence) {
    /** What was compared. */
    public MetricValue value() {
        return evidence.value();
    }
}
