// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.identity;

import io.fleetward.application.identity.Accounts;
import io.fleetward.application.identity.AccountsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcAccountsOnPostgresTest extends AccountsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Accounts accounts() {
        return new JdbcAccounts();
    }
}
