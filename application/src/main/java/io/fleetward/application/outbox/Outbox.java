// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.application.store.Tx;

/** Where a use case leaves a side effect, in the same transaction as its state change. Thread-safe. */
public interface Outbox {
    /** Stores the entry with the transaction and wakes the worker after its commit. */
    void append(Tx tx, OutboxEntry entry);
}
