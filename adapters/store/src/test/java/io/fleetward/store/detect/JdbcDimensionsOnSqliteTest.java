// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.detect;

import io.fleetward.application.detect.Dimensions;
import io.fleetward.application.detect.DimensionsContract;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcDimensionsOnSqliteTest extends DimensionsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Dimensions dimensions() {
        return new JdbcDimensions();
    }
}
