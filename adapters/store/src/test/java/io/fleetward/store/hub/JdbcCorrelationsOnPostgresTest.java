// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.correlation.CorrelationStores;
import io.fleetward.application.hub.correlation.CorrelationStoresContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcCorrelationsOnPostgresTest extends CorrelationStoresContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected CorrelationStores stores() {
        return new CorrelationStores(new JdbcCorrelationRules(), new JdbcCorrelations());
    }
}
