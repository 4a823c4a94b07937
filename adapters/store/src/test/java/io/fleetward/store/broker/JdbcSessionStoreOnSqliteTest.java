// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.broker;

import io.fleetward.application.broker.SessionStore;
import io.fleetward.application.broker.SessionStoreContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcSessionStoreOnSqliteTest extends SessionStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.SESSIONS);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected SessionStore store() {
        return new JdbcSessionStore();
    }
}
