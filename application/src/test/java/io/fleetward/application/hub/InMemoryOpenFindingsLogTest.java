// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryOpenFindingsLogTest extends OpenFindingsLogContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final OpenFindingsLog log = new InMemoryOpenFindingsLog();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected OpenFindingsLog log() {
        return log;
    }
}
