// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import java.time.Instant;

/**
 * One entry of a revocation list.
 *
 * <p>Immutable.
 *
 * @param reason the reason's name in RFC 5280, for example {@code keyCompromise}; {@code unspecified} when none is given
 */
public record Revocation(Instant at, String reason) {
    /** The reason of an entry that takes an earlier hold back. */
    public static final String LIFTED = "removeFromCRL";

    /** Whether this entry says that the certificate is no longer revoked. */
    public boolean isLifted() {
        return reason.equals(LIFTED);
    }
}
