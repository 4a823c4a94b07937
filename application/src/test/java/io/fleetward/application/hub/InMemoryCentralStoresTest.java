// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryCentralStoresTest extends CentralStoresContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final CentralStores stores =
            new CentralStores(new InMemoryConfigurationPolicies(), new InMemoryPolicyAssociations());

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected CentralStores stores() {
        return stores;
    }
}
