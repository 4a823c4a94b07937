// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.mitigation;

import io.fleetward.application.mitigation.MitigationStore;
import io.fleetward.application.mitigation.MitigationStoreContract;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcMitigationStoreOnPostgresTest extends MitigationStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected MitigationStore store() {
        return JdbcMitigationStore.of(DATABASE.transactions());
    }
}
