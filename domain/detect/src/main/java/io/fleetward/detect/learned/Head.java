// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * One way in which a datapoint may stick out: a figure of the device's recent values whose tails are known.
 *
 * <p>All are kept by the device in constant memory. Levels are moving averages; their spans count datapoints.
 */
enum Head {
    VALUE(0, 0),
    SHORT_LEVEL(1, 0),
    MEDIUM_LEVEL(2, 0),
    LONG_LEVEL(3, 0),
    /** The medium level against that of about a day. */
    TREND(4, 0),
    /** The value against the medium level, in what values strayed from it lately: sees what a louder past would hide. */
    SURGE(5, 0),
    /** How far values stray from the long level. */
    UNREST(6, 0),
    /** The value against what is usual at the hour. */
    HOUR(7, 150),
    /** The medium level against what is usual at the hour. */
    HOUR_LEVEL(8, 150);

    static final int COUNT = values().length;

    /** The place of its figures and tails, from 0 on; written down, so never to be changed. */
    final int index;

    /** From how many datapoints on the figure means something. */
    final int from;

    Head(int index, int from) {
        this.index = index;
        this.from = from;
    }

    /** Why a datapoint is unusual that sticks out here, at the upper end or the lower. */
    Judgement.Cause cause(boolean isHigh) {
        return switch (this) {
            case VALUE, SURGE, HOUR -> isHigh ? Judgement.Cause.HIGH : Judgement.Cause.LOW;
            case SHORT_LEVEL, MEDIUM_LEVEL, LONG_LEVEL, TREND, HOUR_LEVEL ->
                isHigh ? Judgement.Cause.SUSTAINED_HIGH : Judgement.Cause.SUSTAINED_LOW;
            case UNREST -> Judgement.Cause.SHAPE;
        };
    }

    /** What a datapoint is compared with by this. */
    Judgement.Source source() {
        return switch (this) {
            case HOUR, HOUR_LEVEL -> Judgement.Source.HOUR_OF_WEEK;
            case VALUE, SHORT_LEVEL, MEDIUM_LEVEL, LONG_LEVEL, TREND, SURGE, UNREST -> Judgement.Source.DEVICE;
        };
    }
}
