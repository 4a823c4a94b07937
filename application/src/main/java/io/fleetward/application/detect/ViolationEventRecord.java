// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.detect.alarm.AlarmKey;
import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.Verification;
import io.fleetward.detect.alarm.ViolationEventType;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.metric.MetricValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event of the past and what was found out about its violation since.
 *
 * <p>Immutable.
 *
 * @param behavior as it was at the event
 * @param value what raised or cleared the alarm; null when it was invalidated
 */
public record ViolationEventRecord(
        String violationId,
        AlarmKey key,
        Behavior behavior,
        ViolationEventType type,
        Instant at,
        @Nullable MetricValue value,
        Verification verification) {
    /** The record of an event about whose violation this was found out. */
    public static ViolationEventRecord of(ViolationEvent event, Verification verification) {
        return new ViolationEventRecord(
                event.violation().id(),
                event.violation().key(),
                event.behavior(),
                event.type(),
                event.at(),
                event.value(),
                verification);
    }
}
