// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.metric.Gathered;
import io.fleetward.detect.window.Activity;
import io.fleetward.detect.window.Activity.Reported;
import io.fleetward.detect.window.MetricPeriod;
import io.fleetward.detect.window.MetricWindow;
import java.util.function.Supplier;

/**
 * Watches devices: what they did goes into windows, windows are judged, verdicts step alarms.
 *
 * <p>A function of its arguments and of what the context gives; the same code runs in one process and in a cluster.
 * Calls for one device come one at a time; instants are epoch milliseconds.
 */
public final class DetectOperator {
    private final MetricPeriod period;

    public DetectOperator(MetricPeriod period) {
        this.period = period;
    }

    /** What a device did and reported from this instant on, so shortly that all of it is in the same windows. */
    public record Event(long start, Activity activity) {}

    /** What is watched on a device from this instant on. */
    public record Assignment(Coverage coverage, long from) {}

    /**
     * Takes in what the device did and reported. Whatever comes late, because its window is already judged, counts for
     * the window that is open now: nothing is dropped, and no verdict is taken back.
     *
     * @param coverage tells what is watched on the device; asked if this is the first that is heard of it
     */
    public void onEvent(DeviceKey device, Supplier<Coverage> coverage, Event event, OperatorContext context) {
        DeviceState known = context.state(device);
        DeviceState state = known == null ? new DeviceState(coverage.get()) : known;
        if (state.coverage().isEmpty()) {
            return;
        }
        var watch = new DeviceWatch(device, state, context, period);
        Activity activity = event.activity();
        long within = Math.max(event.start(), context.watermark());
        long at = Math.max(activity.lastAt(), within);
        for (int series = 0; series < state.coverage().seriesCount(); series++) {
            Gathered seen = activity.of(state.coverage().series(series).measurand());
            if (seen != null) {
                watch.fold(series, seen, within, at);
            }
        }
        for (Reported report : activity.reports()) {
            watch.report(report, Math.max(report.at(), context.watermark()));
        }
        if (state.isIdle()) {
            context.forget(device);
        } else {
            context.keep(device, state);
        }
    }

    /** Replaces what is watched on the device; whatever is no longer watched has its alarm invalidated. */
    public void onConfig(DeviceKey device, Assignment assignment, OperatorContext context) {
        Coverage coverage = assignment.coverage();
        DeviceState old = context.state(device);
        if (old == null || old.coverage() == coverage) {
            return;
        }
        var state = new DeviceState(coverage);
        var watch = new DeviceWatch(device, state, context, period);
        for (int series = 0; series < old.coverage().seriesCount(); series++) {
            int position = coverage.indexOf(old.coverage().series(series));
            if (position >= 0) {
                state.window(position, old.window(series));
            }
        }
        if (coverage.presenceSeries() >= 0) {
            state.presence(old.presence());
        }
        for (int behavior = 0; behavior < old.coverage().behaviorCount(); behavior++) {
            watch.carry(old, behavior, assignment.from());
        }
        settle(watch, context);
    }

    /** Closes the windows that ended at or before this instant and gives up on alarms that heard nothing too long. */
    public void onTimer(DeviceKey device, long now, OperatorContext context) {
        DeviceState state = context.state(device);
        if (state == null) {
            return;
        }
        var watch = new DeviceWatch(device, state, context, period);
        for (int series = 0; series < state.coverage().seriesCount(); series++) {
            MetricWindow window = state.window(series);
            if (window != null && window.end() <= now) {
                watch.close(series, window);
            }
        }
        watch.giveUpOnSilence(now);
        settle(watch, context);
    }

    /** Forgets what was normal for a device that was not judged since this instant. */
    public void onTidy(DeviceKey device, long instant, OperatorContext context) {
        DeviceState state = context.state(device);
        if (state == null) {
            return;
        }
        state.forgetPastsBefore(instant);
        if (state.isIdle()) {
            context.forget(device);
        }
    }

    /**
     * Takes up a device where an earlier life of the process left it. The alarms of the store count more than those
     * of the snapshot: what was told is not told again, and what was not told has not happened.
     */
    public void onRestore(DeviceKey device, Assignment assignment, RestoredDevice earlier, OperatorContext context) {
        var watch = new DeviceWatch(device, new DeviceState(assignment.coverage()), context, period);
        new DeviceRestore(watch).restore(earlier, assignment.from());
        settle(watch, context);
    }

    private static void settle(DeviceWatch watch, OperatorContext context) {
        if (watch.state().isIdle()) {
            context.forget(watch.device());
        } else {
            context.keep(watch.device(), watch.state());
            watch.wakeWhenNeeded();
        }
    }
}
