// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

import java.time.Instant;

/**
 * What a model says of one datapoint, and why. Immutable.
 *
 * @param tailProbability how rarely a device that behaves as it always did measures something as unusual, 0 to 1
 * @param observed what was measured
 * @param expectedLow what would have been measured at least, at the confidence that was asked for
 * @param expectedHigh what would have been measured at most
 * @param at the end of the window
 * @param source by what the datapoint was judged
 * @param cause what was unusual about it
 * @param share how much of the unusual is owed to the cause, 0 to 1
 * @param ripeness how much of what the gates ask was known, 0 to 1
 */
public record Judgement(
        double tailProbability,
        double observed,
        double expectedLow,
        double expectedHigh,
        Instant at,
        Source source,
        Cause cause,
        double share,
        double ripeness) {

    /** What a datapoint was compared with. */
    public enum Source {
        /** Other devices of the target: the device itself is hardly known. */
        GROUP,
        /** The device's own past. */
        DEVICE,
        /** The device's own past at the same hour of the week. */
        HOUR_OF_WEEK
    }

    /** What may be unusual about a datapoint. */
    public enum Cause {
        /** Nothing is. */
        NONE,
        /** More than is usual. */
        HIGH,
        /** Less than is usual. */
        LOW,
        /** A run of values, each of them nothing much, that together are more than is usual. */
        SUSTAINED_HIGH,
        /** A run of values that together are less than is usual. */
        SUSTAINED_LOW,
        /** The course of the last values, as no device had it before. */
        SHAPE
    }

    /** Whether the datapoint violates a behavior that asks for this confidence. */
    public boolean isViolating(ConfidenceLevel confidence) {
        return tailProbability < confidence.falseAlarmRate();
    }

    /** Why it was judged so, in one sentence. */
    public String sentence() {
        return JudgementSentence.of(this);
    }
}
