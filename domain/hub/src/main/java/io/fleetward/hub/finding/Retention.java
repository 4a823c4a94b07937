// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.finding;

import java.time.Duration;
import java.time.Instant;

/**
 * How long findings are kept after the last import that was accepted, and how long their history is (hub, retention).
 */
public record Retention(Duration active, Duration archived, Duration history) {
    /** 90 days for active findings and history, 30 days for archived ones. */
    public static final Retention STANDARD =
            new Retention(Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(90));

    /** How long findings in this state are kept. */
    public Duration of(RecordState state) {
        return switch (state) {
            case ACTIVE -> active;
            case ARCHIVED -> archived;
        };
    }

    /** Whether the finding's time is over. */
    public boolean isExpired(Finding finding, Instant now) {
        return finding.processedAt().plus(of(finding.recordState())).isBefore(now);
    }
}
