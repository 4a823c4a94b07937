// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryOutboxTest extends OutboxContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryOutboxEntries entries = new InMemoryOutboxEntries();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected OutboxEntries entries() {
        return entries;
    }
}
