// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryFindingsTest extends FindingsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final Findings findings = new InMemoryFindings();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Findings findings() {
        return findings;
    }
}
