// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a delivery that failed is tried again: three more times, after 20, 40 and 80 seconds (hub, SNS).
 *
 * <p>Deviation: AWS by default waits 20 seconds each time.
 */
final class RetrySchedule {
    static final int RETRIES = 3;

    private static final Duration FIRST = Duration.ofSeconds(20);

    private RetrySchedule() {}

    /** How long to wait after so many attempts have failed; null when that was the last one. */
    static @Nullable Duration after(int failures) {
        return failures > RETRIES ? null : FIRST.multipliedBy(1L << (failures - 1));
    }
}
