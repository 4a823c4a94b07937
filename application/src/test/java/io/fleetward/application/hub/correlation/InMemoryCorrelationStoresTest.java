// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryCorrelationStoresTest extends CorrelationStoresContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final CorrelationStores stores =
            new CorrelationStores(new InMemoryCorrelationRules(), new InMemoryCorrelations());

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected CorrelationStores stores() {
        return stores;
    }
}
