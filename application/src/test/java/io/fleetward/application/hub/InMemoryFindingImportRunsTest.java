// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryFindingImportRunsTest extends FindingImportRunsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final FindingImportRuns runs = new InMemoryFindingImportRuns();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected FindingImportRuns runs() {
        return runs;
    }
}
