// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.evaluate.Yardstick;
import io.fleetward.detect.metric.MetricValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By what an alarm was raised. Immutable.
 *
 * @param value what was compared
 * @param from the start of the window in which it was measured; the same as the end for a single report
 * @param to the end of that window; an alarm may be raised before
 * @param yardstick what the value was compared with, where that is not fixed
 */
public record Evidence(
        MetricValue value,
        Instant from,
        Instant to,
        @Nullable Yardstick yardstick) {
    /** Whether a single report was judged, not a window. */
    public boolean isReport() {
        return from.equals(to);
    }
}
