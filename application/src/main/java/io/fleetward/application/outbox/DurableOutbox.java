// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.application.store.Tx;
import java.time.InstantSource;

/** The outbox of a node: stores the entry with the transaction, and wakes the node's worker after the commit. */
public final class DurableOutbox implements Outbox {
    private final OutboxEntries entries;
    private final OutboxWorker worker;
    private final InstantSource clock;

    public DurableOutbox(OutboxEntries entries, OutboxWorker worker, InstantSource clock) {
        this.entries = entries;
        this.worker = worker;
        this.clock = clock;
    }

    @Override
    public void append(Tx tx, OutboxEntry entry) {
        entries.add(tx, entry, clock.instant());
        tx.afterCommit(worker::wake);
    }
}
