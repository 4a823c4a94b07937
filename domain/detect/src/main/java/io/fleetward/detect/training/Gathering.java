// SPDX-License-Identifier: Apache-2.0
package io.fleetward.detect.training;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What there was to learn from. Immutable.
 *
 * @param points how many datapoints; more than make a model ripe need not be counted
 * @param earliest when the first was measured; null without any
 * @param latest when the last was; null without any
 */
public record Gathering(
        long points, @Nullable Instant earliest, @Nullable Instant latest) {
    /** Nothing. */
    public static final Gathering NONE = new Gathering(0, null, null);
}
