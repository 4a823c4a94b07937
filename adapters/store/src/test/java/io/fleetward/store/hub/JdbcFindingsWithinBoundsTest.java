// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.hub;

import io.fleetward.application.hub.Findings;
import io.fleetward.application.hub.FindingsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Searches that give up early, and often, lose nothing. */
class JdbcFindingsWithinBoundsTest extends FindingsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Findings findings() {
        return new JdbcFindings(new SearchBounds(5, 2, 7, 9_000, 1));
    }
}
