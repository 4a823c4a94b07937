// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store;

import org.junit.jupiter.api.extension.RegisterExtension;

class SqlTransactionsOnSqliteTest extends SqlTransactionsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    TestDatabase database() {
        return DATABASE;
    }
}
