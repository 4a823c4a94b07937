// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemorySessionStoreTest extends SessionStoreContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemorySessionStore store = new InMemorySessionStore();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected SessionStore store() {
        return store;
    }
}
