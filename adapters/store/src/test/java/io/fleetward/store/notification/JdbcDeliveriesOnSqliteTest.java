// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.notification;

import io.fleetward.application.notification.Deliveries;
import io.fleetward.application.notification.DeliveriesContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcDeliveriesOnSqliteTest extends DeliveriesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Deliveries deliveries() {
        return new JdbcDeliveries();
    }
}
