// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.application.store.Tx;
import java.util.List;

/**
 * Does what the entries of one topic ask for; idempotent, because an entry may come again after a crash.
 *
 * <p>Called by one thread at a time with entries in the order they were written. Throwing keeps the entries and has
 * them tried again with growing delay (1 s to 5 min).
 */
public interface OutboxHandler {
    /** The topic this handler takes. */
    String topic();

    /** Handles a batch inside the transaction that also removes the entries: both happen or neither. */
    void handle(Tx tx, List<OutboxEntry> batch);
}
