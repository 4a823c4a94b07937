// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.notification;

import io.fleetward.application.notification.Subscriptions;
import io.fleetward.application.notification.SubscriptionsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcSubscriptionsOnSqliteTest extends SubscriptionsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Subscriptions subscriptions() {
        return new JdbcSubscriptions();
    }
}
