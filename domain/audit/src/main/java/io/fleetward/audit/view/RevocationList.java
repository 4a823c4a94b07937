// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One issuer's certificate revocation list (audit, certificate revocation).
 *
 * <p>Immutable.
 *
 * @param nextUpdate when the issuer promised the next list, null when it did not say
 */
public record RevocationList(@Nullable Instant nextUpdate, Map<BigInteger, Revocation> entries) {
    /** How long a list is still believed after its successor was due. */
    static final Duration GRACE = Duration.ofDays(7);

    public RevocationList {
        entries = Map.copyOf(entries);
    }

    /** Why this serial number is revoked as of that moment; null when it is not, or when the list is out of date. */
    public @Nullable Revocation revocationOf(BigInteger serialNumber, Instant now) {
        Revocation entry = isOutdatedAt(now) ? null : entries.get(serialNumber);
        return entry == null || entry.isLifted() ? null : entry;
    }

    private boolean isOutdatedAt(Instant now) {
        return nextUpdate != null && now.isAfter(nextUpdate.plus(GRACE));
    }
}
