// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryPopulationSnapshotsTest extends PopulationSnapshotsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final PopulationSnapshots port = new InMemoryPopulationSnapshots();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected PopulationSnapshots populations() {
        return port;
    }
}
