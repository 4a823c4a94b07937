// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryFindingGroupsTest extends FindingGroupsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final InMemoryFindings findings = new InMemoryFindings();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Findings findings() {
        return findings;
    }

    @Override
    protected FindingGroups groups() {
        return findings;
    }
}
