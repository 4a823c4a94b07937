// SPDX-License-Identifier: Apache-2.0
package io.fleetward.store.events;

import io.fleetward.application.events.archive.ArchiveStoreContract;
import io.fleetward.application.events.archive.ArchivedEvents;
import io.fleetward.application.events.archive.Archives;
import io.fleetward.application.events.archive.Replays;
import io.fleetward.application.store.Transactions;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.TestDatabase;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcArchiveStoreOnSqliteTest extends ArchiveStoreContract {
    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.sqlite(StoreDatabase.FLEETWARD);

    @Override
    protected Transactions transactions() {
        return DATABASE.transactions();
    }

    @Override
    protected Archives archives() {
        return new JdbcArchives();
    }

    @Override
    protected ArchivedEvents events() {
        return new JdbcArchivedEvents();
    }

    @Override
    protected Replays replays() {
        return new JdbcReplays();
    }
}
