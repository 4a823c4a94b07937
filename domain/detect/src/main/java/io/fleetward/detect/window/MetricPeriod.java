// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.window;

import java.time.Duration;

/**
 * How long a metric period lasts: five minutes on AWS, shorter where the installation says so. Whatever users say in
 * seconds shrinks with it: five minutes on the wire are one metric period.
 *
 * <p>Windows tumble and are aligned to the epoch (detect, windows and datapoints). Windows of some length are made of
 * whole windows of any length that divides it. Instants are milliseconds since the epoch. Immutable.
 */
public record MetricPeriod(long millis) {
    /** The period of AWS. */
    public static final MetricPeriod FIVE_MINUTES = of(Duration.ofMinutes(5));

    /** How long a period lasts on the wire, however long it lasts here. */
    public static final int SECONDS = 300;

    public MetricPeriod {
        if (millis < 1) {
            throw new IllegalArgumentException("a metric period lasts at least a millisecond: " + millis);
        }
    }

    public static MetricPeriod of(Duration length) {
        return new MetricPeriod(length.toMillis());
    }

    /** The start of the window of that many seconds on the wire in which the instant lies. */
    public long windowStart(long at, int seconds) {
        return boundary(window(at, seconds), seconds);
    }

    /** The first instant after the window of that many seconds on the wire in which the instant lies. */
    public long windowEnd(long at, int seconds) {
        return boundary(window(at, seconds) + 1, seconds);
    }

    private long window(long at, int seconds) {
        return Math.floorDiv(at * SECONDS, millis * seconds);
    }

    /** The first instant of a window; where it is between two milliseconds, the later one. */
    private long boundary(long window, int seconds) {
        return Math.ceilDiv(window * millis * seconds, SECONDS);
    }
}
