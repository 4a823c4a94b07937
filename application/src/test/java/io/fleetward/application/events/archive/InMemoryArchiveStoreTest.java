// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryArchiveStoreTest extends ArchiveStoreContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final Archives archives = new InMemoryArchives();
    private final ArchivedEvents events = new InMemoryArchivedEvents(archives);
    private final Replays replays = new InMemoryReplays();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Archives archives() {
        return archives;
    }

    @Override
    protected ArchivedEvents events() {
        return events;
    }

    @Override
    protected Replays replays() {
        return replays;
    }
}
