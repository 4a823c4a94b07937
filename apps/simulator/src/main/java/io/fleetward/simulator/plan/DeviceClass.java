// SPDX-License-Identifier: Apache-2.0
package io.fleetward.simulator.plan;

/**
 * A kind of device as homes and plants have them. Flows are connections to other hosts in five minutes, by the median
 * and the 95th percentile of devices of that kind; the period lies between messages; the payload's median is in bytes.
 */
public enum DeviceClass {
    BRIDGE("bridge", 20, 76, 2, 9, 2.0),
    SPEAKER("speaker", 60, 1_200, 19, 29, 12.0),
    LOCK("lock", 300, 180, 9, 20, 6.0);

    private final String word;
    private final int periodSeconds;
    private final int payloadBytes;
    private final int flowsMedian;
    private final int flowsHigh;
    private final double eventsPerHour;

    DeviceClass(
            String word, int periodSeconds, int payloadBytes, int flowsMedian, int flowsHigh, double eventsPerHour) {
        this.word = word;
        this.periodSeconds = periodSeconds;
        this.payloadBytes = payloadBytes;
        this.flowsMedian = flowsMedian;
        this.flowsHigh = flowsHigh;
        this.eventsPerHour = eventsPerHour;
    }

    /** The word that names of such devices begin with. */
    public String word() {
        return word;
    }

    public int periodSeconds() {
        return periodSeconds;
    }

    public int payloadBytes() {
        return payloadBytes;
    }

    public int flowsMedian() {
        return flowsMedian;
    }

    public int flowsHigh() {
        return flowsHigh;
    }

    /** How often a person makes the device speak, on the average of a day. */
    public double eventsPerHour() {
        return eventsPerHour;
    }
}
