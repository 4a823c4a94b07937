// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.suppression;

import io.fleetward.audit.CheckName;
import io.fleetward.audit.ResourceIdentifier;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One resource that one check should not complain about, for a time or for good (audit, finding suppressions).
 *
 * <p>Immutable.
 *
 * @param expiresAt when it stops applying, null for never
 * @param description why, null when nobody said so
 */
public record AuditSuppression(
        CheckName check,
        ResourceIdentifier resource,
        @Nullable Instant expiresAt,
        @Nullable String description) {
    /** Whether findings are suppressed at that moment. */
    public boolean isInForceAt(Instant now) {
        return expiresAt == null || now.isBefore(expiresAt);
    }
}
