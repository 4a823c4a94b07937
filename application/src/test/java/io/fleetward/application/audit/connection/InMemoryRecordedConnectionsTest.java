// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit.connection;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryRecordedConnectionsTest extends RecordedConnectionsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final RecordedConnections connections = new InMemoryRecordedConnections();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected RecordedConnections connections() {
        return connections;
    }
}
