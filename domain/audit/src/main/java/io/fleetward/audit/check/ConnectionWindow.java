// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.check;

import io.fleetward.audit.view.TimeSpan;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times that a check of connections looks at (audit, device certificate shared, conflicting client ids). */
final class ConnectionWindow {
    private static final Duration REACH = Duration.ofDays(31);

    private ConnectionWindow() {}

    /**
     * From the previous run of the schedule to this one, or 31 days back where there was none.
     *
     * @param age how old a connection has to be to be looked at
     */
    static TimeSpan of(@Nullable Instant previousRun, Instant now, Duration age) {
        return new TimeSpan(previousRun == null ? now.minus(REACH) : previousRun.minus(age), now.minus(age));
    }
}
