// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryHubStoresTest extends HubStoresContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final Hubs hubs = new InMemoryHubs();
    private final ProductSubscriptions products = new InMemoryProductSubscriptions();
    private final FindingHistory history = new InMemoryFindingHistory();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Hubs hubs() {
        return hubs;
    }

    @Override
    protected ProductSubscriptions products() {
        return products;
    }

    @Override
    protected FindingHistory history() {
        return history;
    }
}
