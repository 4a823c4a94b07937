// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import io.fleetward.application.audit.AuditChanges;
import io.fleetward.application.audit.AuditChangesContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcAuditChangesOnPostgresTest extends AuditChangesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected AuditChanges changes() {
        return new JdbcAuditChanges();
    }
}
