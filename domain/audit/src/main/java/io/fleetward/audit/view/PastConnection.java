// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.view;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client to the broker.
 *
 * <p>Immutable. Scope, client, principal and time of connecting name it: what one client does with one principal within
 * a millisecond counts as one connection.
 *
 * @param principalId the certificate id, or the name of a user
 * @param endedAt null while it lasts, or lasted when it was looked at
 * @param endReason why it ended, in the words of the lifecycle events, for example {@code DUPLICATE_CLIENTID}; null
 *     while it lasts, and when nobody saw it end
 */
public record PastConnection(
        AccountRegion scope,
        String clientId,
        String principalId,
        Instant connectedAt,
        @Nullable Instant endedAt,
        @Nullable String endReason,
        String sourceIp) {

    private static final String TAKEN_OVER = "DUPLICATE_CLIENTID";

    /** Whether it ended because another connection used its client id. */
    public boolean isTakenOver() {
        return TAKEN_OVER.equals(endReason);
    }

    /** The connection as it looked at that time: what ended later, or just then, was still there. */
    public PastConnection asOf(Instant time) {
        return endedAt == null || endedAt.isBefore(time)
                ? this
                : new PastConnection(scope, clientId, principalId, connectedAt, null, null, sourceIp);
    }
}
