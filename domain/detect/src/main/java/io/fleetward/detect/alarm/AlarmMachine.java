// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.alarm;

import io.fleetward.detect.alarm.AlarmOutput.ViolationEvent;
import io.fleetward.detect.alarm.AlarmOutput.ViolationProlonged;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The state machine of an alarm (detect, state machine): enough violating datapoints in a row raise it, enough
 * conforming ones clear it, silence and the loss of its subject invalidate it.
 *
 * <p>Pure: a step takes a state and answers the next one and what is to be told. A missing datapoint neither advances
 * nor resets a count.
 */
public final class AlarmMachine {
    /** How long a device may be silent before what is known of it counts no more. */
    public static final Duration SILENCE = Duration.ofDays(2);

    private AlarmMachine() {}

    /** A state and what is to be told of how it was reached, if anything. */
    public record Step(AlarmState state, @Nullable AlarmOutput output) {}

    /** Takes in a verdict. */
    public static Step step(AlarmState state, AlarmSubject subject, Datapoint datapoint) {
        boolean isCounted = datapoint.windowEnd() <= state.countedThrough();
        return switch (datapoint.verdict()) {
            case UNDECIDED -> quiet(state);
            case CONFORMING -> isCounted ? quiet(state) : conform(state, subject, datapoint);
            case VIOLATING -> isCounted ? remeasure(state, datapoint) : violate(state, subject, datapoint);
        };
    }

    /** Ends an alarm whose subject is no longer watched or has gone silent, and forgets what was counted. */
    public static Step invalidate(AlarmState state, AlarmSubject subject, long at) {
        Violation violation = state.violation();
        if (violation == null) {
            return quiet(AlarmState.OK);
        }
        Instant when = later(at, violation);
        var event = new ViolationEvent(ViolationEventType.ALARM_INVALIDATED, violation, subject.behavior(), when, null);
        return new Step(AlarmState.OK, event);
    }

    /** Starts counting anew, under other rules; an alarm stays until the next datapoints clear it. */
    public static AlarmState underNewRules(AlarmState state) {
        return new AlarmState(0, 0, Long.MIN_VALUE, state.lastDataAt(), state.violation());
    }

    /** When an alarm or a count in this state is to be invalidated if nothing more is heard, in epoch milliseconds. */
    public static long silentAt(AlarmState state) {
        return state.isIdle() ? Long.MAX_VALUE : state.lastDataAt() + SILENCE.toMillis();
    }

    private static Step violate(AlarmState state, AlarmSubject subject, Datapoint datapoint) {
        if (state.violation() != null) {
            Violation prolonged = state.violation().prolonged(datapoint);
            return new Step(counted(datapoint, 0, 0, prolonged), new ViolationProlonged(prolonged));
        }
        int violating = state.violating() + 1;
        if (violating < subject.behavior().datapointsToAlarm()) {
            return quiet(counted(datapoint, violating, 0, null));
        }
        Violation raised = raise(subject, datapoint);
        var event = new ViolationEvent(
                ViolationEventType.IN_ALARM, raised, subject.behavior(), raised.startedAt(), raised.lastValue());
        return new Step(counted(datapoint, 0, 0, raised), event);
    }

    private static Step conform(AlarmState state, AlarmSubject subject, Datapoint datapoint) {
        Violation violation = state.violation();
        if (violation == null) {
            return quiet(AlarmState.OK);
        }
        int conforming = state.conforming() + 1;
        if (conforming < subject.behavior().datapointsToClear()) {
            return quiet(counted(datapoint, 0, conforming, violation));
        }
        var event = new ViolationEvent(
                ViolationEventType.ALARM_CLEARED,
                violation.decidedThrough(datapoint.windowEnd()),
                subject.behavior(),
                later(datapoint.at(), violation),
                datapoint.value());
        return new Step(AlarmState.endedAt(datapoint.windowEnd()), event);
    }

    /** The window was counted when it first broke the behavior; now its value is final, or at least newer. */
    private static Step remeasure(AlarmState state, Datapoint datapoint) {
        Violation violation = state.violation();
        if (violation == null || violation.lastValue().equals(datapoint.value())) {
            return quiet(state);
        }
        Violation prolonged = violation.prolonged(datapoint);
        var next = new AlarmState(
                state.violating(), state.conforming(), state.countedThrough(), datapoint.at(), prolonged);
        return new Step(next, new ViolationProlonged(prolonged));
    }

    private static Violation raise(AlarmSubject subject, Datapoint datapoint) {
        Instant at = Instant.ofEpochMilli(datapoint.at());
        return new Violation(
                subject.newId().get(),
                subject.key(),
                subject.behavior(),
                at,
                at,
                datapoint.value(),
                Instant.ofEpochMilli(datapoint.windowEnd()),
                datapoint.evidence());
    }

    private static AlarmState counted(
            Datapoint datapoint, int violating, int conforming, @Nullable Violation violation) {
        return new AlarmState(violating, conforming, datapoint.windowEnd(), datapoint.at(), violation);
    }

    private static Step quiet(AlarmState state) {
        return new Step(state, null);
    }

    /** An alarm ends later than it began, by at least the millisecond that tells its two findings apart. */
    private static Instant later(long at, Violation violation) {
        return Instant.ofEpochMilli(Math.max(at, violation.startedAt().toEpochMilli() + 1));
    }
}
