// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * Datapoints of one device, in ascending order of time. Not copied: whoever makes one must leave its arrays alone.
 *
 * @param device names the device; the same device in another series has the same name
 * @param times the ends of the windows, in epoch milliseconds
 * @param values what was measured in them
 */
@SuppressWarnings("ArrayRecordComponent") // Millions of points: boxes would cost ten times the memory.
public record DeviceSeries(String device, long[] times, double[] values) {
    public DeviceSeries {
        if (times.length != values.length) {
            throw new IllegalArgumentException(times.length + " times for " + values.length + " values");
        }
    }

    /** How many points. */
    public int size() {
        return times.length;
    }
}
