// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.AlarmKey;
import io.fleetward.detect.alarm.AlarmMachine;
import io.fleetward.detect.alarm.AlarmMachine.Step;
import io.fleetward.detect.alarm.AlarmState;
import io.fleetward.detect.alarm.AlarmSubject;
import io.fleetward.detect.alarm.Datapoint;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.Series;
import io.fleetward.detect.coverage.WatchedBehavior;
import io.fleetward.detect.evaluate.Verdict;
import io.fleetward.detect.metric.Tally;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.detect.window.MetricWindow;

/**
 * One call of the operator at work on the state of one device: windows, verdicts, alarms.
 *
 * <p>Confined to the call. Series and behaviors go by their positions in the device's coverage.
 */
final class DeviceWatch {
    private final DeviceKey device;
    private final DeviceState state;
    private final OperatorContext context;
    private final MetricPeriod period;

    DeviceWatch(DeviceKey device, DeviceState state, OperatorContext context, MetricPeriod period) {
        this.device = device;
        this.state = state;
        this.context = context;
        this.period = period;
    }

    DeviceKey device() {
        return device;
    }

    DeviceState state() {
        return state;
    }

    /** Adds what was seen at an instant to the window in which {@code within} lies, and judges it as it stands. */
    void fold(int series, Tally seen, long within, long at) {
        MetricWindow window = windowOf(series, within);
        window.add(seen);
        Coverage coverage = state.coverage();
        int behaviors = coverage.behaviorCountOf(series);
        for (int n = 0; n < behaviors; n++) {
            int behavior = coverage.behaviorOf(series, n);
            if (state.alarm(behavior).countedThrough() < window.end()) {
                judgeOpen(behavior, window, at);
            }
        }
        context.judged(behaviors);
    }

    private MetricWindow windowOf(int series, long within) {
        int periods = state.coverage().series(series).periods();
        long start = period.windowStart(within, periods);
        MetricWindow window = state.window(series);
        if (window != null && window.start() == start) {
            return window;
        }
        if (window != null) {
            close(series, window);
        }
        var opened = new MetricWindow(start, period.windowEnd(within, periods));
        state.window(series, opened);
        wakeBy(opened.end());
        return opened;
    }

    private void judgeOpen(int behavior, MetricWindow window, long at) {
        WatchedBehavior watched = state.coverage().behavior(behavior);
        if (watched.evaluator().judgeOpen(window.tally()) == Verdict.VIOLATING) {
            count(behavior, window, Verdict.VIOLATING, at);
        }
    }

    /** Judges the window for good and puts it away. */
    void close(int series, MetricWindow window) {
        state.window(series, null);
        Coverage coverage = state.coverage();
        int behaviors = coverage.behaviorCountOf(series);
        for (int n = 0; n < behaviors; n++) {
            int behavior = coverage.behaviorOf(series, n);
            WatchedBehavior watched = coverage.behavior(behavior);
            boolean isWhole = watched.since() <= window.start();
            Verdict verdict = watched.evaluator().judgeClosed(window.tally(), isWhole);
            boolean isNothingNew =
                    verdict == Verdict.CONFORMING && state.alarm(behavior).isIdle();
            if (!isNothingNew) {
                count(behavior, window, verdict, window.end());
            }
        }
        context.judged(behaviors);
        Series measured = coverage.series(series);
        if (measured.periods() == 1) {
            context.sample(new MetricSample(device, measured.metric(), window.end(), window.tally()));
        }
    }

    private void count(int behavior, MetricWindow window, Verdict verdict, long at) {
        WatchedBehavior watched = state.coverage().behavior(behavior);
        var datapoint =
                new Datapoint(verdict, window.end(), at, watched.evaluator().measured(window.tally()));
        apply(behavior, AlarmMachine.step(state.alarm(behavior), subject(watched), datapoint));
    }

    /** Takes over the alarm of a behavior from before a change of what is watched. */
    void carry(WatchedBehavior old, AlarmState alarm, long now) {
        int position = state.coverage().indexOf(old.profile(), old.behavior().name());
        WatchedBehavior next = position < 0 ? null : state.coverage().behavior(position);
        if (next == null || !next.behavior().measuresLike(old.behavior())) {
            abandon(old.profile(), old.behavior(), alarm, now);
        } else if (next.behavior().judgesLike(old.behavior())) {
            state.alarm(position, alarm);
        } else {
            state.alarm(position, AlarmMachine.underNewRules(alarm));
        }
    }

    /** Invalidates the alarm of a behavior that is no longer watched. */
    void abandon(String profile, Behavior behavior, AlarmState alarm, long now) {
        tell(AlarmMachine.invalidate(alarm, subject(profile, behavior), now));
    }

    /** Invalidates what has heard nothing for too long. */
    void giveUpOnSilence(long now) {
        for (int behavior = 0; behavior < state.coverage().behaviorCount(); behavior++) {
            AlarmState alarm = state.alarm(behavior);
            if (AlarmMachine.silentAt(alarm) <= now) {
                AlarmSubject subject = subject(state.coverage().behavior(behavior));
                apply(behavior, AlarmMachine.invalidate(alarm, subject, now));
            }
        }
    }

    /** Asks to be woken for the earliest thing that time alone will change. */
    void wakeWhenNeeded() {
        state.wakeAt(DeviceState.NEVER);
        for (int series = 0; series < state.coverage().seriesCount(); series++) {
            MetricWindow window = state.window(series);
            if (window != null) {
                wakeBy(window.end());
            }
        }
        for (int behavior = 0; behavior < state.coverage().behaviorCount(); behavior++) {
            wakeForSilence(state.alarm(behavior));
        }
    }

    private void apply(int behavior, Step step) {
        state.alarm(behavior, step.state());
        wakeForSilence(step.state());
        tell(step);
    }

    private void tell(Step step) {
        if (step.output() != null) {
            context.emit(step.output());
        }
    }

    private void wakeForSilence(AlarmState alarm) {
        long silentAt = AlarmMachine.silentAt(alarm);
        if (silentAt != Long.MAX_VALUE) {
            wakeBy(period.windowEnd(silentAt, 1));
        }
    }

    private void wakeBy(long instant) {
        if (instant < state.wakeAt()) {
            state.wakeAt(instant);
            context.wake(device, instant);
        }
    }

    private AlarmSubject subject(WatchedBehavior watched) {
        return subject(watched.profile(), watched.behavior());
    }

    private AlarmSubject subject(String profile, Behavior behavior) {
        return new AlarmSubject(new AlarmKey(device, profile, behavior.name()), behavior, context::newViolationId);
    }
}
