// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.FindingHistory;
import io.fleetward.application.hub.HubStoresContract;
import io.fleetward.application.hub.Hubs;
import io.fleetward.application.hub.ProductSubscriptions;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcHubStoresOnPostgresTest extends HubStoresContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Hubs hubs() {
        return new JdbcHubs();
    }

    @Override
    protected ProductSubscriptions products() {
        return new JdbcProductSubscriptions();
    }

    @Override
    protected FindingHistory history() {
        return new JdbcFindingHistory();
    }
}
