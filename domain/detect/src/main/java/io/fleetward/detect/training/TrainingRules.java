// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import io.fleetward.detect.learned.ModelConfig;
import java.time.Duration;

/**
 * When models are learned in this installation. Immutable.
 *
 * @param window how far back a model looks
 * @param ripePoints of how many datapoints within the window a model counts as ripe
 * @param firstPoints of how many a first model is made, where it need not be ripe
 * @param refresh how often a ripe model is learned anew
 * @param early how often at most one that is not ripe
 * @param patience how long there may be nothing to learn from before the model expires
 * @param waits whether a model must be ripe before anything is judged by it, as on AWS
 * @param heedsVerification whether alarms that people called false or benign are learned from
 */
public record TrainingRules(
        Duration window,
        long ripePoints,
        long firstPoints,
        Duration refresh,
        Duration early,
        Duration patience,
        boolean waits,
        boolean heedsVerification) {
    /** The gates of AWS, without waiting for them. */
    public static final TrainingRules STANDARD = new TrainingRules(
            Duration.ofDays(14),
            25_000,
            100,
            Duration.ofDays(1),
            Duration.ofHours(1),
            Duration.ofDays(30),
            false,
            true);

    /** A model that is not ripe grows old faster: it is learned anew when it has known its devices a quarter longer. */
    private static final int QUARTER = 4;

    public TrainingRules {
        if (window.compareTo(Duration.ofHours(1)) < 0 || ripePoints < 1 || firstPoints < 1) {
            throw new IllegalArgumentException("a model of " + ripePoints + " datapoints in " + window);
        }
    }

    /** How much makes a model ripe. */
    public ModelConfig.Gates gates() {
        return new ModelConfig.Gates(window.toMillis(), ripePoints);
    }

    /** How long to wait after an attempt to learn from what was measured over this time. */
    Duration interval(Duration known, boolean isRipe) {
        Duration quarter = known.dividedBy(QUARTER);
        if (isRipe || quarter.compareTo(refresh) > 0) {
            return refresh;
        }
        return quarter.compareTo(early) > 0 ? quarter : early;
    }
}
