// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.backtest;

import io.fleetward.detect.alarm.DeviceKey;
import io.fleetward.detect.metric.MetricValue;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alarm that would have been raised. Immutable.
 *
 * @param until when it would have ended; null if it would still last at the end of the history
 */
public record PastAlarm(
        DeviceKey device,
        String behavior,
        Instant at,
        @Nullable Instant until,
        MetricValue value) {}
