// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.correlation;

import java.time.Duration;
import java.util.List;

/**
 * What a rule asks: whether there are findings of each part on one resource, all within a span of time. Immutable.
 *
 * @param within how long the span is
 * @param isOrdered whether the finding of each part must not have begun before that of the part before it
 */
public record CorrelationQuestion(
        List<CorrelationPart> parts, JoinKey joinedBy, Duration within, boolean isOrdered, EndsWhen endsWhen) {
    public static final int FEWEST_PARTS = 2;
    public static final int MOST_PARTS = 5;
    public static final Duration SHORTEST = Duration.ofMinutes(1);
    public static final Duration LONGEST = Duration.ofDays(7);

    public CorrelationQuestion {
        parts = List.copyOf(parts);
        if (parts.size() < FEWEST_PARTS || parts.size() > MOST_PARTS) {
            throw new IllegalArgumentException("a rule has 2 to 5 parts, not " + parts.size());
        }
        if (within.compareTo(SHORTEST) < 0 || within.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a span is a minute to a week, not " + within);
        }
    }
}
