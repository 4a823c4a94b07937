// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.application.outbox.DurableOutbox;
import io.fleetward.application.outbox.Outbox;
import io.fleetward.application.outbox.OutboxWorker;
import io.fleetward.store.outbox.JdbcOutboxEntries;

/** Where side effects wait for their turn; the worker starts when every handler is known. */
record OutboxAssembly(Outbox outbox, OutboxWorker worker) {
    static OutboxAssembly of(Foundation foundation, StoreAssembly store) {
        var entries = new JdbcOutboxEntries();
        var worker = new OutboxWorker(store.state(), entries, foundation.timers(), foundation.clock());
        return new OutboxAssembly(new DurableOutbox(entries, worker, foundation.clock()), worker);
    }
}
