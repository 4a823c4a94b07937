// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.operator;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.metric.DisconnectDurationMetric;
import io.fleetward.detect.metric.Presence;
import io.fleetward.detect.window.MetricWindow;
import java.time.Duration;

/** The part of a {@link DeviceWatch} that measures for how long the device has been gone. Confined to the call. */
final class PresenceWatch {
    /** After so long an unregistered device does not count as gone any more, but as one that never was. */
    private static final Duration LOST = Duration.ofDays(14);

    private static final DisconnectDurationMetric METRIC = new DisconnectDurationMetric();

    private final DeviceKey device;
    private final DeviceState state;

    PresenceWatch(DeviceKey device, DeviceState state) {
        this.device = device;
        this.state = state;
    }

    /** Takes in what happened to the device's connections. */
    void take(Presence connections) {
        known().addAll(connections);
    }

    /** Takes up what was known when the process ended, and with it all connections. */
    void resume(Presence known, long now) {
        if (known.isOnline()) {
            known.disconnected(known.connectedAt(), now);
        }
        state.presence(known);
    }

    /** Adds to the window for how long the device has been gone at its end. */
    void measure(MetricWindow window) {
        window.gathered().tally().add(METRIC.minutes(known(), window.end()));
    }

    /** Whether there must be another measurement: a device that is back needs none once its alarms have heard of it. */
    boolean isMeasuredOn(long at, boolean hasOpenAlarm) {
        Presence known = known();
        boolean isLost = !device.isRegistered() && known.offlineMillis(at) > LOST.toMillis();
        if (isLost) {
            state.presence(null);
            return false;
        }
        return !known.isOnline() || hasOpenAlarm;
    }

    private Presence known() {
        Presence known = state.presence();
        if (known == null) {
            known = new Presence();
            state.presence(known);
        }
        return known;
    }
}
