// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.FindingGroups;
import io.fleetward.application.hub.FindingGroupsContract;
import io.fleetward.application.hub.Findings;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcFindingGroupsOnSqliteTest extends FindingGroupsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Findings findings() {
        return new JdbcFindings();
    }

    @Override
    protected FindingGroups groups() {
        return new JdbcFindingGroups();
    }
}
