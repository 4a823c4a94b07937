// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * How sure a model must be before a datapoint violates a learned behavior. The names are the wire names.
 *
 * <p>Each is a promise: of the datapoints of a device that behaves as it always did, at most this share is called
 * violating (detect, our model contract).
 */
public enum ConfidenceLevel {
    /** Many alarms, little missed. */
    LOW(1e-3),
    MEDIUM(1e-4),
    /** Few alarms, rarely wrong. */
    HIGH(1e-5);

    private final double falseAlarmRate;

    ConfidenceLevel(double falseAlarmRate) {
        this.falseAlarmRate = falseAlarmRate;
    }

    /** The share of normal datapoints that may be called violating, 0 to 1. */
    public double falseAlarmRate() {
        return falseAlarmRate;
    }
}
