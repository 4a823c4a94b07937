// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryRetainedStoreTest extends RetainedStoreContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryRetainedStore store = new InMemoryRetainedStore();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected RetainedStore store() {
        return store;
    }
}
