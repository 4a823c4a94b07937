// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.OpenFindingsLog;
import io.fleetward.application.hub.OpenFindingsLogContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcOpenFindingsLogOnPostgresTest extends OpenFindingsLogContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected OpenFindingsLog log() {
        return new JdbcOpenFindingsLog();
    }
}
