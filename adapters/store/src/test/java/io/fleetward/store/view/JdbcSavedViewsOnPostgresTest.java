// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.view;

import io.fleetward.application.store.Transactions;
import io.fleetward.application.view.SavedViews;
import io.fleetward.application.view.SavedViewsContract;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcSavedViewsOnPostgresTest extends SavedViewsContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.postgres(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected SavedViews views() {
        return new JdbcSavedViews();
    }
}
