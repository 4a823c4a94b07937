// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.metric.MetricValue;
import java.time.Instant;

/** What alarms are raised by, in tests. */
public final class Evidences {
    private Evidences() {}

    /** A value measured over the window of 300 milliseconds that ended at that instant. */
    public static Evidence of(MetricValue value, long windowEnd) {
        return new Evidence(value, Instant.ofEpochMilli(windowEnd - 300), Instant.ofEpochMilli(windowEnd), null);
    }
}
