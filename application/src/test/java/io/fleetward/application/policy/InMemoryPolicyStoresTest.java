// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.policy;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryPolicyStoresTest implements PolicyStoresContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final PolicyStores stores = InMemoryPolicies.stores();

    @Override
    public Transactions transactions() {
        return transactions;
    }

    @Override
    public PolicyStores stores() {
        return stores;
    }
}
