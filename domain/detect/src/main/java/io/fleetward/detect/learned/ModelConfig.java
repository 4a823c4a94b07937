// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.learned;

/**
 * What a model is to be learned of. Immutable.
 *
 * @param kind what the values are
 * @param periodMillis how far datapoints of an active device lie apart, at least one second
 * @param gates how much must be known before a model is ripe
 * @param seed decides by which devices a large target is learned: the same points and seed make the same model
 */
public record ModelConfig(ValueKind kind, long periodMillis, Gates gates, long seed) {
    private static final long SHORTEST_MILLIS = 1000;

    public ModelConfig {
        if (periodMillis < SHORTEST_MILLIS) {
            throw new IllegalArgumentException("a period of " + periodMillis + " ms");
        }
    }

    /**
     * What must be known before a model counts as ripe; until then it judges, and says how sure it is.
     *
     * @param millis over how long points must have been gathered
     * @param points how many there must be
     */
    public record Gates(long millis, long points) {
        /** Fourteen days and 25,000 datapoints (detect, what AWS states). */
        public static final Gates AWS = new Gates(14L * 24 * 60 * 60 * 1000, 25_000);

        public Gates {
            if (millis < 0 || points < 0) {
                throw new IllegalArgumentException("gates of " + millis + " ms and " + points + " points");
            }
        }

        /** How much of what is asked is there, 0 to 1. */
        public double share(long spanMillis, long gathered) {
            double time = millis == 0 ? 1 : Math.min(1, (double) spanMillis / millis);
            double count = points == 0 ? 1 : Math.min(1, (double) gathered / points);
            return Math.min(time, count);
        }
    }
}
