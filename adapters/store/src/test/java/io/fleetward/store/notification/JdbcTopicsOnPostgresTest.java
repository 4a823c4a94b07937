// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.notification;

import io.fleetward.application.notification.Topics;
import io.fleetward.application.notification.TopicsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcTopicsOnPostgresTest extends TopicsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Topics topics() {
        return new JdbcTopics();
    }
}
