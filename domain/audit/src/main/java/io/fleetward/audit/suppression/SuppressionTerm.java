// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.suppression;

import io.fleetward.kernel.Problem;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a suppression is asked to last: until a date, or indefinitely; exactly one of them (audit, finding
 * suppressions).
 *
 * <p>Immutable.
 */
public record SuppressionTerm(
        @Nullable Instant expirationDate, @Nullable Boolean suppressIndefinitely) {

    /** Whether nothing is said, so that an update leaves the term as it is. */
    public boolean isUnstated() {
        return expirationDate == null && suppressIndefinitely == null;
    }

    /** When a term without problems ends, to the millisecond; null for never. */
    public @Nullable Instant expiresAt() {
        return expirationDate == null ? null : expirationDate.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Everything that is wrong with it; empty when it can be used. */
    public List<Problem> problems(Instant now) {
        boolean isIndefinite = Boolean.TRUE.equals(suppressIndefinitely);
        if (isIndefinite == (expirationDate != null)) {
            return List.of(new Problem(
                    "expirationDate", "give either an expirationDate or suppressIndefinitely: true, and not both"));
        }
        if (expirationDate != null && !expirationDate.isAfter(now)) {
            return List.of(new Problem("expirationDate", "must be in the future: " + expirationDate));
        }
        return List.of();
    }
}
