// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.InMemoryTransactions;

class InMemoryDeliveryStoreTest extends DeliveryStoreContract {
    private final DeliveryStore store = DeliveryStores.inMemory(new InMemoryTransactions());

    @Override
    protected DeliveryStore store() {
        return store;
    }
}
