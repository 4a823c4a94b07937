// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import io.fleetward.application.detect.learned.BehaviorModels;
import io.fleetward.application.detect.learned.BehaviorModelsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcBehaviorModelsOnPostgresTest extends BehaviorModelsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.METRICS);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected BehaviorModels models() {
        return new JdbcBehaviorModels();
    }
}
