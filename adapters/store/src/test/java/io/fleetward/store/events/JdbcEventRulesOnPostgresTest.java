// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import io.fleetward.application.events.rule.EventRules;
import io.fleetward.application.events.rule.EventRulesContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcEventRulesOnPostgresTest extends EventRulesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected EventRules rules() {
        return new JdbcEventRules();
    }
}
