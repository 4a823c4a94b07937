// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.hub.HubFixture;
import io.fleetward.application.hub.InMemoryHubs;
import io.fleetward.application.store.InMemoryTransactions;

class InMemoryStandardStoresTest extends StandardStoresContract {
    private final StandardStores stores = new StandardStores(
            new InMemoryTransactions(),
            new InMemoryHubs(),
            new HubFixture().stores.links(),
            new InMemoryStandardSubscriptions(),
            new InMemoryControlSettings(),
            new InMemoryControlReports(),
            new InMemoryControlWork());

    @Override
    protected StandardStores stores() {
        return stores;
    }
}
