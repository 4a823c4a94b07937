// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryFindingSuppressionsTest extends FindingSuppressionsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final FindingSuppressions suppressions = new InMemoryFindingSuppressions();
    private final SuppressedFindings suppressed = new InMemorySuppressedFindings();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected FindingSuppressions suppressions() {
        return suppressions;
    }

    @Override
    protected SuppressedFindings suppressed() {
        return suppressed;
    }
}
