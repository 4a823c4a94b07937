// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.identity;

import io.fleetward.application.identity.AccessKeys;
import io.fleetward.application.identity.AccessKeysContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import io.fleetward.store.secret.SecretCiphers;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcAccessKeysOnSqliteTest extends AccessKeysContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected AccessKeys keys() {
        return new JdbcAccessKeys(SecretCiphers.any());
    }
}
