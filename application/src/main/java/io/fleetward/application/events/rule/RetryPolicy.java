// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import java.time.Duration;

/**
 * How long a target is tried (hub, targets, transform, reliability). Immutable.
 *
 * @param retries attempts after the first one, 0 to 185
 * @param mostAge how old an event may become before it is given up, 60 to 86,400 seconds
 */
public record RetryPolicy(int retries, Duration mostAge) {
    private static final int MOST_RETRIES = 185;
    private static final Duration LONGEST = Duration.ofHours(24);

    /** What holds unless a target says otherwise. */
    public static final RetryPolicy STANDARD = new RetryPolicy(MOST_RETRIES, LONGEST);
}
