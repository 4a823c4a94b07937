// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.metric;

/** What a static behavior on a metric does with {@code durationSeconds}. */
public enum DurationUse {
    /** It must say over how long the metric is measured. */
    REQUIRED,
    /** It may; otherwise each value as it comes is one datapoint. */
    OPTIONAL,
    /** Tolerated, without effect unless it is shorter than a metric period. */
    SHORTENING,
    /** Tolerated, without effect. */
    IGNORED
}
