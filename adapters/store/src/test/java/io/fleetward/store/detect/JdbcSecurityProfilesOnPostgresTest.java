// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import io.fleetward.application.detect.SecurityProfiles;
import io.fleetward.application.detect.SecurityProfilesContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcSecurityProfilesOnPostgresTest extends SecurityProfilesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected SecurityProfiles profiles() {
        return new JdbcSecurityProfiles();
    }
}
