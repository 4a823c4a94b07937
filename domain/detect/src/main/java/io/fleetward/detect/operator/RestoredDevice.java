// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.AlarmState;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.coverage.LearnedSubject;
import io.fleetward.detect.coverage.Series;
import io.fleetward.detect.metric.Presence;
import io.fleetward.detect.window.MetricWindow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a device from an earlier life of the process.
 *
 * <p>Immutable but for the windows and what the device's past has taught, which the operator takes over.
 *
 * @param windows those that were open at the last snapshot
 * @param counts how far alarms were counted at the last snapshot
 * @param pasts what was normal for it at the last snapshot
 * @param presence whether it was connected at the last snapshot; null when that was not known
 * @param active violations that are still in alarm, by the store
 * @param ended violations that ended lately, by the store
 */
public record RestoredDevice(
        List<OpenWindow> windows,
        List<AlarmCount> counts,
        List<LearnedPast> pasts,
        @Nullable Presence presence,
        List<Violation> active,
        List<Violation> ended) {
    public RestoredDevice {
        windows = List.copyOf(windows);
        counts = List.copyOf(counts);
        pasts = List.copyOf(pasts);
        active = List.copyOf(active);
        ended = List.copyOf(ended);
    }

    /** A window by the series it belongs to. */
    public record OpenWindow(Series series, MetricWindow window) {}

    /** What was normal by a behavior. */
    public record LearnedPast(LearnedSubject subject, DevicePast past) {}

    /**
     * How far the alarm of a behavior was counted.
     *
     * @param violating see {@link AlarmState}, as for the others
     * @param violationId the episode in which conforming datapoints were counted; null when all was well
     */
    public record AlarmCount(
            String profile,
            String behavior,
            int violating,
            int conforming,
            long countedThrough,
            long lastDataAt,
            @Nullable String violationId) {}
}
