// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import org.jspecify.annotations.Nullable;

/**
 * Where the alarm of one device and behavior stands. Immutable.
 *
 * @param violating consecutive violating datapoints while all is well; zero in alarm
 * @param conforming consecutive conforming datapoints while in alarm; zero otherwise
 * @param countedThrough the end of the window of the latest datapoint counted, in epoch milliseconds
 * @param lastDataAt when the latest datapoint became known, in epoch milliseconds
 * @param violation the episode; null while all is well
 */
public record AlarmState(
        int violating,
        int conforming,
        long countedThrough,
        long lastDataAt,
        @Nullable Violation violation) {
    /** All is well and nothing was ever counted. */
    public static final AlarmState OK = new AlarmState(0, 0, Long.MIN_VALUE, Long.MIN_VALUE, null);

    /** The state of an alarm that was raised earlier and is known only by its violation. */
    public static AlarmState inAlarm(Violation violation) {
        return new AlarmState(
                0,
                0,
                violation.decidedThrough().toEpochMilli(),
                violation.lastAt().toEpochMilli(),
                violation);
    }

    /** The state after an alarm that ended with the datapoint of the window that ended at this instant. */
    public static AlarmState endedAt(long windowEnd) {
        return new AlarmState(0, 0, windowEnd, Long.MIN_VALUE, null);
    }

    public boolean isInAlarm() {
        return violation != null;
    }

    /** Whether forgetting this state would change nothing once all windows up to now are closed. */
    public boolean isIdle() {
        return violation == null && violating == 0;
    }
}
