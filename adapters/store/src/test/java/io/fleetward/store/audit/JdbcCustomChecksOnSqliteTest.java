// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import io.fleetward.application.audit.CustomChecks;
import io.fleetward.application.audit.CustomChecksContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcCustomChecksOnSqliteTest extends CustomChecksContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected CustomChecks checks() {
        return new JdbcCustomChecks();
    }
}
