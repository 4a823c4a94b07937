// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.AlarmState;
import io.fleetward.detect.alarm.Violation;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.ModelKey;
import io.fleetward.detect.operator.RestoredDevice.AlarmCount;
import io.fleetward.detect.operator.RestoredDevice.LearnedPast;
import io.fleetward.detect.operator.RestoredDevice.OpenWindow;

/**
 * Puts together what a snapshot and the store remember of a device.
 *
 * <p>The snapshot may be older than what the store has: a count is taken only when no transition came after it, and a
 * window that a transition has already decided is not judged again. Confined to the call.
 */
final class DeviceRestore {
    private final DeviceWatch watch;
    private final DeviceState state;
    private final Coverage coverage;

    DeviceRestore(DeviceWatch watch) {
        this.watch = watch;
        this.state = watch.state();
        this.coverage = state.coverage();
    }

    void restore(RestoredDevice earlier, long now) {
        earlier.windows().forEach(this::window);
        if (earlier.presence() != null) {
            watch.resumePresence(earlier.presence(), now);
        }
        earlier.pasts().forEach(this::past);
        earlier.counts().forEach(this::count);
        earlier.ended().forEach(this::ended);
        earlier.active().forEach(violation -> active(violation, earlier, now));
    }

    private void window(OpenWindow open) {
        int position = coverage.indexOf(open.series());
        if (position >= 0) {
            state.window(position, open.window());
        }
    }

    /** What was learned for another metric says nothing about this one. */
    private void past(LearnedPast learned) {
        int position =
                coverage.indexOf(learned.subject().profile(), learned.subject().behavior());
        ModelKey model = position < 0 ? null : coverage.behavior(position).model();
        if (model != null && model.subject().equals(learned.subject())) {
            state.past(position, learned.past());
        }
    }

    private void count(AlarmCount count) {
        int position = coverage.indexOf(count.profile(), count.behavior());
        if (position >= 0 && count.violationId() == null) {
            state.alarm(
                    position, new AlarmState(count.violating(), 0, count.countedThrough(), count.lastDataAt(), null));
        }
    }

    private void ended(Violation violation) {
        int position = positionOf(violation);
        long decided = violation.decidedThrough().toEpochMilli();
        if (position >= 0 && state.alarm(position).countedThrough() <= decided) {
            state.alarm(position, AlarmState.endedAt(decided));
        }
    }

    private void active(Violation violation, RestoredDevice earlier, long now) {
        int position = positionOf(violation);
        if (position < 0 || !coverage.behavior(position).behavior().measuresLike(violation.behavior())) {
            watch.abandon(violation.key().profile(), violation.behavior(), AlarmState.inAlarm(violation), now);
            return;
        }
        state.alarm(position, AlarmState.inAlarm(violation));
        for (AlarmCount count : earlier.counts()) {
            if (violation.id().equals(count.violationId())
                    && count.countedThrough() >= violation.decidedThrough().toEpochMilli()) {
                state.alarm(
                        position,
                        new AlarmState(0, count.conforming(), count.countedThrough(), count.lastDataAt(), violation));
            }
        }
    }

    private int positionOf(Violation violation) {
        return coverage.indexOf(violation.key().profile(), violation.key().behavior());
    }
}
