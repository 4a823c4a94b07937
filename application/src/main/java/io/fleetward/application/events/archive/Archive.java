// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of the events of a bus. Immutable.
 *
 * @param id tells it from every other archive, former ones of its name included
 * @param bus the bus's name
 * @param pattern which events are kept; null for all
 * @param retentionDays how long an event is kept; 0 for as long as there is room
 */
public record Archive(
        AccountRegion scope,
        String id,
        String name,
        String bus,
        @Nullable String description,
        @Nullable String pattern,
        int retentionDays,
        Instant createdAt) {
    /** {@code arn:aws:events:REGION:ACCOUNT:archive/NAME}. */
    public Arn arn() {
        return scope.arn("events", "archive/" + name);
    }

    /** The bus's ARN. */
    public Arn source() {
        return scope.arn("events", "event-bus/" + bus);
    }

    /** What was put before is no longer kept; null when age is no reason. */
    @Nullable
    Instant cutoff(Instant now) {
        return retentionDays == 0 ? null : now.minus(Duration.ofDays(retentionDays));
    }

    /** What an archive holds. Immutable. */
    public record Size(long events, long bytes) {
        public static final Size NONE = new Size(0, 0);

        public Size plus(Size other) {
            return new Size(events + other.events, bytes + other.bytes);
        }

        Size negated() {
            return new Size(-events, -bytes);
        }
    }

    /** An archive and what it holds. Immutable. */
    public record Holding(Archive archive, Size size) {}
}
