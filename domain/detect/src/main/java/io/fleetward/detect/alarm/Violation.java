// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.metric.MetricValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One episode of one device breaking one behavior, from its first alarm to its end.
 *
 * <p>Immutable.
 *
 * @param id 32 lower-case hexadecimal digits, the same from the first event to the last
 * @param behavior as it was when the alarm was raised
 * @param startedAt when the datapoint that raised the alarm became known
 * @param lastAt when the latest violating datapoint became known
 * @param decidedThrough the end of the window of the latest datapoint that was counted
 * @param evidence by what the alarm was raised; null for one from the time before that was kept
 */
public record Violation(
        String id,
        AlarmKey key,
        Behavior behavior,
        Instant startedAt,
        Instant lastAt,
        MetricValue lastValue,
        Instant decidedThrough,
        @Nullable Evidence evidence) {
    /** The start of the window by which the alarm was raised, so far as that is known. */
    public Instant measuredFrom() {
        return evidence == null || evidence.from().isAfter(startedAt) ? startedAt : evidence.from();
    }

    /** The same episode after another violating datapoint. */
    Violation prolonged(Datapoint datapoint) {
        return new Violation(
                id,
                key,
                behavior,
                startedAt,
                Instant.ofEpochMilli(datapoint.at()),
                datapoint.value(),
                Instant.ofEpochMilli(datapoint.windowEnd()),
                evidence);
    }

    /** The same episode after a datapoint of the window that ended at this instant, in epoch milliseconds. */
    Violation decidedThrough(long windowEnd) {
        return new Violation(
                id, key, behavior, startedAt, lastAt, lastValue, Instant.ofEpochMilli(windowEnd), evidence);
    }
}
