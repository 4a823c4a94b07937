// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import java.time.Instant;

/**
 * An entry that waits in the outbox. Immutable.
 *
 * @param sequence grows with the order of writing
 */
public record StoredEntry(long sequence, OutboxEntry entry, Instant writtenAt) {
    /** The line this entry stands in. */
    public Lane lane() {
        return Lane.of(entry);
    }
}
