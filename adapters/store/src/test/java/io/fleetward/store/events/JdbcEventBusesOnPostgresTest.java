// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import io.fleetward.application.events.EventBuses;
import io.fleetward.application.events.EventBusesContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcEventBusesOnPostgresTest extends EventBusesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected EventBuses buses() {
        return new JdbcEventBuses();
    }
}
