// SPDX-License-Identifier: Apache-2.0
package io.fleetward.audit.custom;

import java.time.Instant;

/**
 * What was recorded of the connections of one principal or client in the last 31 days. Immutable.
 *
 * @param lastConnectedAt when the latest began, the epoch when there is none
 * @param isConnected whether one lasts
 */
public record ConnectionSummary(long count, Instant lastConnectedAt, boolean isConnected) {
    /** No connection at all. */
    public static final ConnectionSummary NONE = new ConnectionSummary(0, Instant.EPOCH, false);

    /** The summary with one more connection. */
    public ConnectionSummary with(Instant connectedAt, boolean lasts) {
        return new ConnectionSummary(
                count + 1, connectedAt.isAfter(lastConnectedAt) ? connectedAt : lastConnectedAt, isConnected || lasts);
    }
}
