// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import io.fleetward.application.detect.MetricSamples;
import io.fleetward.application.detect.MetricSamplesContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcMetricSamplesOnSqliteTest extends MetricSamplesContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.METRICS);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected MetricSamples samples() {
        return new JdbcMetricSamples();
    }
}
