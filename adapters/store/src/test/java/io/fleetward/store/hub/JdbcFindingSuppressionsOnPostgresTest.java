// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.FindingSuppressions;
import io.fleetward.application.hub.FindingSuppressionsContract;
import io.fleetward.application.hub.SuppressedFindings;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcFindingSuppressionsOnPostgresTest extends FindingSuppressionsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected FindingSuppressions suppressions() {
        return new JdbcFindingSuppressions();
    }

    @Override
    protected SuppressedFindings suppressed() {
        return new JdbcSuppressedFindings();
    }
}
