// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.standard.StandardStores;
import io.fleetward.application.hub.standard.StandardStoresContract;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcStandardStoresOnPostgresTest extends StandardStoresContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected StandardStores stores() {
        return JdbcStandardStores.of(DATABASE.transactions(), new JdbcHubs(), JdbcHubLinksOnPostgresTest.tables());
    }
}
