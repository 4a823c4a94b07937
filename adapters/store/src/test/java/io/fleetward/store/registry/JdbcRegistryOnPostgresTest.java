// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.registry;

import io.fleetward.application.registry.RegistryStores;
import io.fleetward.application.registry.RegistryStoresContract;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcRegistryOnPostgresTest implements RegistryStoresContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    public RegistryStores stores() {
        return JdbcRegistry.on(DATABASE.transactions());
    }
}
