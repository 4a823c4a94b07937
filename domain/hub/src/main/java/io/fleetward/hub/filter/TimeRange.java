// SPDX-License-Identifier: Apache-2.0
package io.fleetward.hub.filter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A span of time with both ends inside, in milliseconds; an end that is null lies open. Immutable. */
public record TimeRange(@Nullable Instant from, @Nullable Instant to) {
    public boolean contains(Instant moment) {
        return (from == null || !moment.isBefore(from)) && (to == null || !moment.isAfter(to));
    }
}
