// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import io.fleetward.application.detect.CustomMetrics;
import io.fleetward.application.detect.CustomMetricsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcCustomMetricsOnPostgresTest extends CustomMetricsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected CustomMetrics customMetrics() {
        return new JdbcCustomMetrics();
    }
}
