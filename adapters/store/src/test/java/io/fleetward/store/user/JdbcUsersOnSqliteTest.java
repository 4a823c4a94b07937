// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.user;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.user.Users;
import io.fleetward.application.user.UsersContract;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcUsersOnSqliteTest extends UsersContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Users users() {
        return new JdbcUsers();
    }
}
