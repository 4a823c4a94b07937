// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.identity;

import io.fleetward.application.identity.AdministrativeActs;
import io.fleetward.application.identity.AdministrativeActsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcAdministrativeActsOnSqliteTest extends AdministrativeActsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected AdministrativeActs acts() {
        return new JdbcAdministrativeActs();
    }
}
