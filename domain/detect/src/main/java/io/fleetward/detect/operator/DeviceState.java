// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.AlarmState;
import io.fleetward.detect.coverage.Coverage;
import io.fleetward.detect.metric.Presence;
import io.fleetward.detect.window.MetricWindow;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one device: its open windows and where its alarms stand, by their positions in its coverage, and
 * whether it is connected.
 *
 * <p>Mutable and confined to the operator's thread. Kept small: a window exists only while it has something in it, and
 * an idle alarm is a shared constant.
 */
public final class DeviceState {
    /** The device is not to be woken. */
    static final long NEVER = Long.MAX_VALUE;

    private final Coverage coverage;
    private final @Nullable MetricWindow[] windows;
    private final AlarmState[] alarms;
    private final @Nullable DevicePast[] pasts;
    private @Nullable Presence presence;
    private long wakeAt = NEVER;

    public DeviceState(Coverage coverage) {
        this.coverage = coverage;
        this.windows = new @Nullable MetricWindow[coverage.seriesCount()];
        this.alarms = new AlarmState[coverage.behaviorCount()];
        Arrays.fill(alarms, AlarmState.OK);
        this.pasts = new @Nullable DevicePast[coverage.isLearning() ? coverage.behaviorCount() : 0];
    }

    public Coverage coverage() {
        return coverage;
    }

    /** The open window of the series at this position, or null. */
    public @Nullable MetricWindow window(int series) {
        return windows[series];
    }

    /** Opens the window of the series at this position, or closes it with null. */
    public void window(int series, @Nullable MetricWindow window) {
        windows[series] = window;
    }

    /** The alarm of the behavior at this position. */
    public AlarmState alarm(int behavior) {
        return alarms[behavior];
    }

    public void alarm(int behavior, AlarmState state) {
        alarms[behavior] = state;
    }

    /** What is normal for the device by the learned behavior at this position; null when nothing is known. */
    public @Nullable DevicePast past(int behavior) {
        return behavior < pasts.length ? pasts[behavior] : null;
    }

    void past(int behavior, @Nullable DevicePast past) {
        pasts[behavior] = past;
    }

    /** Forgets what was normal for a device that was not judged since this instant, in epoch milliseconds. */
    void forgetPastsBefore(long instant) {
        for (int behavior = 0; behavior < pasts.length; behavior++) {
            DevicePast past = pasts[behavior];
            if (past != null && past.lastAt() < instant) {
                pasts[behavior] = null;
            }
        }
    }

    /** Whether the device is connected; null when that is not measured or was never heard. */
    public @Nullable Presence presence() {
        return presence;
    }

    void presence(@Nullable Presence known) {
        presence = known;
    }

    /** When the operator asked to be woken for this device, in epoch milliseconds. */
    long wakeAt() {
        return wakeAt;
    }

    void wakeAt(long instant) {
        wakeAt = instant;
    }

    /** Whether forgetting the device would change nothing. */
    boolean isIdle() {
        if (presence != null) {
            return false;
        }
        for (MetricWindow window : windows) {
            if (window != null) {
                return false;
            }
        }
        for (DevicePast past : pasts) {
            if (past != null) {
                return false;
            }
        }
        for (AlarmState alarm : alarms) {
            if (!alarm.isIdle()) {
                return false;
            }
        }
        return true;
    }
}
