// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.outbox;

import io.fleetward.application.outbox.OutboxContract;
import io.fleetward.application.outbox.OutboxEntries;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcOutboxOnSqliteTest extends OutboxContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected OutboxEntries entries() {
        return new JdbcOutboxEntries();
    }
}
