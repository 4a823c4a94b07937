// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.metric.MetricValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an alarm tells the world. Immutable. */
public sealed interface AlarmOutput {
    /** The episode it is about, as it stands after this. */
    Violation violation();

    /**
     * The alarm was raised, cleared or invalidated.
     *
     * @param behavior as it is at this event
     * @param value what raised or cleared the alarm; null when it was invalidated
     */
    record ViolationEvent(
            ViolationEventType type,
            Violation violation,
            Behavior behavior,
            Instant at,
            @Nullable MetricValue value) implements AlarmOutput {}

    /** The device broke the behavior again while in alarm; worth a record, not an event. */
    record ViolationProlonged(Violation violation) implements AlarmOutput {}
}
