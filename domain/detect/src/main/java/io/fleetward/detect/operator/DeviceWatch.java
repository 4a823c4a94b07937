// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.AlarmKey;
import io.fleetward.detect.alarm.AlarmMachine;
import io.fleetward.detect.alarm.AlarmMachine.Step;
import io.fleetward.detect.alarm.AlarmState;
import io.fleetward.detect.alarm.AlarmSubject;
import io.fleetward.detect.alarm.Datapoint;
import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.alarm.Evidence;
import io.fleetward.detect.behavior.Behavior;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.coverage.Series;
import io.fleetward.detect.coverage.WatchedBehavior;
import io.fleetward.detect.coverage.WatchedBehavior.Comparison;
import io.fleetward.detect.evaluate.Verdict;
import io.fleetward.detect.evaluate.Yardstick;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.metric.MetricValue;
import io.fleetward.detect.metric.Presence;
import io.fleetward.detect.metric.ReportedMetric;
import io.fleetward.detect.window.Activity.Reported;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.detect.window.MetricWindow;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    private final PresenceWatch presence;
    private final LearnedWatch learned;

    DeviceWatch(DeviceKey device, DeviceState state, OperatorContext context, MetricPeriod period) {
        this.device = device;
        this.state = state;
        this.context = context;
        this.period = period;
        this.presence = new PresenceWatch(device, state);
        this.learned = new LearnedWatch(device, state, context);
    }

    DeviceKey device() {
        return device;
    }

    DeviceState state() {
        return state;
    }

    /** Adds what was seen at an instant to the window in which {@code within} lies, and judges it as it stands. */
    void fold(int series, Gathered seen, long within, long at) {
        MetricWindow window = windowOf(series, within);
        if (seen instanceof Presence connections) {
            presence.take(connections);
            return;
        }
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

    /** Takes in a report that arrived at an instant: into windows, or as a datapoint of its own. */
    void report(Reported report, long at) {
        Coverage coverage = state.coverage();
        for (int series = 0; series < coverage.seriesCount(); series++) {
            if (coverage.series(series).measurand().metric() instanceof ReportedMetric metric) {
                MetricValue value = report.values().get(metric.name());
                Gathered seen = value == null ? null : metric.gather(value);
                if (seen != null && coverage.series(series).seconds() == 0) {
                    close(series, new MetricWindow(at, at, seen));
                } else if (seen != null) {
                    fold(series, seen, at, at);
                }
            }
        }
    }

    private MetricWindow windowOf(int series, long within) {
        Series measured = state.coverage().series(series);
        long start = period.windowStart(within, measured.seconds());
        MetricWindow window = state.window(series);
        if (window != null && window.start() == start) {
            return window;
        }
        if (window != null) {
            close(series, window);
        }
        return open(series, start);
    }

    private MetricWindow open(int series, long start) {
        Series measured = state.coverage().series(series);
        var opened = new MetricWindow(
                start,
                period.windowEnd(start, measured.seconds()),
                measured.measurand().metric().newWindow());
        state.window(series, opened);
        wakeBy(opened.end());
        return opened;
    }

    private void judgeOpen(int behavior, MetricWindow window, long at) {
        WatchedBehavior watched = state.coverage().behavior(behavior);
        if (watched.evaluator().judgeOpen(window.gathered()) == Verdict.VIOLATING) {
            count(behavior, window, new Decision(Verdict.VIOLATING, at, null));
        }
    }

    /** Judges the window for good and puts it away. */
    void close(int series, MetricWindow window) {
        state.window(series, null);
        if (series == state.coverage().presenceSeries()) {
            presence.measure(window);
        }
        Coverage coverage = state.coverage();
        int behaviors = coverage.behaviorCountOf(series);
        for (int n = 0; n < behaviors; n++) {
            judgeClosed(coverage.behaviorOf(series, n), window);
        }
        context.judged(behaviors);
        if (coverage.isKept(series)) {
            context.sample(
                    new MetricSample(device, coverage.series(series).measurand(), window.end(), window.gathered()));
        }
        if (series == coverage.presenceSeries() && presence.isMeasuredOn(window.end(), hasOpenAlarm(series))) {
            open(series, window.end());
        }
    }

    private void judgeClosed(int behavior, MetricWindow window) {
        WatchedBehavior watched = state.coverage().behavior(behavior);
        boolean isWhole = watched.since() <= window.start();
        Comparison comparison = watched.comparison();
        Yardstick yardstick = yardstick(behavior, window, isWhole);
        Verdict verdict = watched.evaluator().judgeClosed(window.gathered(), isWhole, yardstick);
        boolean isNothingNew =
                verdict == Verdict.CONFORMING && state.alarm(behavior).isIdle();
        if (!isNothingNew) {
            count(behavior, window, new Decision(verdict, window.end(), yardstick));
        }
        if (comparison != null && isWhole) {
            double value =
                    watched.behavior().metric().total().read(window.gathered().tally());
            context.contribute(comparison.population(), window.end(), value);
        }
    }

    /** What the window is compared with, where that is not a fixed bound. Models learn of whole windows alone. */
    private @Nullable Yardstick yardstick(int behavior, MetricWindow window, boolean isWhole) {
        WatchedBehavior watched = state.coverage().behavior(behavior);
        if (watched.comparison() != null) {
            return context.threshold(watched.comparison(), window.start());
        }
        return watched.model() != null && isWhole ? learned.judge(behavior, watched.model(), window) : null;
    }

    /** A verdict, when it became known, and what the device was compared with. */
    private record Decision(
            Verdict verdict, long at, @Nullable Yardstick yardstick) {}

    private void count(int behavior, MetricWindow window, Decision decision) {
        WatchedBehavior watched = state.coverage().behavior(behavior);
        AlarmState alarm = state.alarm(behavior);
        var evidence = new Evidence(
                watched.evaluator().measured(window.gathered()),
                Instant.ofEpochMilli(window.start()),
                Instant.ofEpochMilli(window.end()),
                decision.yardstick());
        var datapoint = new Datapoint(decision.verdict(), identity(window, alarm), decision.at(), evidence);
        apply(behavior, AlarmMachine.step(alarm, subject(watched), datapoint));
    }

    /** A window is known by its end, and a report by when it arrived, unless another arrived in the same millisecond. */
    private static long identity(MetricWindow window, AlarmState alarm) {
        return window.isInstant() ? Math.max(window.end(), alarm.countedThrough() + 1) : window.end();
    }

    /** Takes up what was known of the device's connection when the process ended. */
    void resumePresence(Presence known, long now) {
        int series = state.coverage().presenceSeries();
        if (series >= 0) {
            presence.resume(known, now);
            open(series, period.windowStart(now, MetricPeriod.SECONDS));
        }
    }

    private boolean hasOpenAlarm(int series) {
        Coverage coverage = state.coverage();
        for (int n = 0; n < coverage.behaviorCountOf(series); n++) {
            if (!state.alarm(coverage.behaviorOf(series, n)).isIdle()) {
                return true;
            }
        }
        return false;
    }

    /** Takes over the alarm and the past of a behavior from before a change of what is watched. */
    void carry(DeviceState earlier, int behavior, long now) {
        WatchedBehavior old = earlier.coverage().behavior(behavior);
        AlarmState alarm = earlier.alarm(behavior);
        int position = state.coverage().indexOf(old.profile(), old.behavior().name());
        WatchedBehavior next = position < 0 ? null : state.coverage().behavior(position);
        if (next == null || !next.behavior().measuresLike(old.behavior())) {
            abandon(old.profile(), old.behavior(), alarm, now);
            return;
        }
        learned.carry(position, earlier.past(behavior));
        if (next.behavior().judgesLike(old.behavior())) {
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
            wakeBy(period.windowEnd(silentAt, MetricPeriod.SECONDS));
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
