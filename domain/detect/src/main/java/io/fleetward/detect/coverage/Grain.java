// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.coverage;

import io.fleetward.detect.window.MetricPeriod;

/**
 * The longest windows of which windows of several lengths can be put together, in seconds on the wire: a metric period,
 * unless some length is no multiple of it.
 */
public final class Grain {
    /** Of windows as AWS has them. */
    static final int USUAL = MetricPeriod.SECONDS;

    private Grain() {}

    /** The grain of windows of two lengths; of zero seconds are those that need none. */
    public static int common(int seconds, int others) {
        return others == 0 ? seconds : common(others, seconds % others);
    }
}
