// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import io.fleetward.application.events.delivery.DeliveryStore;
import io.fleetward.application.events.delivery.DeliveryStoreContract;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcDeliveryStoreOnPostgresTest extends DeliveryStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected DeliveryStore store() {
        return new DeliveryStore(
                DATABASE.transactions(),
                new JdbcQueuedEvents(),
                new JdbcTargetDeliveries(),
                new JdbcDeadLetters(),
                new JdbcDeliveryLog(),
                new JdbcToldFindings(),
                new JdbcRuleTimes());
    }
}
