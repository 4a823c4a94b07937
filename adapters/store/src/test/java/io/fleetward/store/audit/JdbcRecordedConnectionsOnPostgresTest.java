// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import io.fleetward.application.audit.connection.RecordedConnections;
import io.fleetward.application.audit.connection.RecordedConnectionsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcRecordedConnectionsOnPostgresTest extends RecordedConnectionsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.METRICS);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected RecordedConnections connections() {
        return new JdbcRecordedConnections();
    }
}
