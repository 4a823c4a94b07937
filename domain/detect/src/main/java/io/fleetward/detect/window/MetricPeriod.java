// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import java.time.Duration;

/**
 * The grain of time in which devices are measured: five minutes on AWS, shorter where the installation says so.
 *
 * <p>Windows are made of whole periods, tumble, and are aligned to the epoch (detect, windows and datapoints): a
 * behavior over {@code durationSeconds} has windows of durationSeconds / 300 periods. Instants are milliseconds since
 * the epoch. Immutable.
 */
public record MetricPeriod(long millis) {
    /** The period of AWS. */
    public static final MetricPeriod FIVE_MINUTES = of(Duration.ofMinutes(5));

    /** How long a period lasts on the wire, however long it lasts here. */
    public static final int SECONDS_ON_AWS = 300;

    public MetricPeriod {
        if (millis < 1) {
            throw new IllegalArgumentException("a metric period lasts at least a millisecond: " + millis);
        }
    }

    public static MetricPeriod of(Duration length) {
        return new MetricPeriod(length.toMillis());
    }

    /** How many periods a window of this many seconds on the wire has. */
    public static int periodsOf(int durationSeconds) {
        return durationSeconds / SECONDS_ON_AWS;
    }

    /** The start of the window of that many periods in which the instant lies. */
    public long windowStart(long at, int periods) {
        long length = periods * millis;
        return Math.floorDiv(at, length) * length;
    }

    /** The first instant after the window of that many periods in which the instant lies. */
    public long windowEnd(long at, int periods) {
        return windowStart(at, periods) + periods * millis;
    }
}
