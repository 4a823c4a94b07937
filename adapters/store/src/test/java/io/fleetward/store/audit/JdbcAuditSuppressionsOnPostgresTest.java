// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.audit;

import io.fleetward.application.audit.AuditSuppressions;
import io.fleetward.application.audit.AuditSuppressionsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcAuditSuppressionsOnPostgresTest extends AuditSuppressionsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected AuditSuppressions suppressions() {
        return new JdbcAuditSuppressions();
    }
}
