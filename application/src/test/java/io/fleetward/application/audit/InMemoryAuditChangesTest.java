// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryAuditChangesTest extends AuditChangesContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAuditChanges changes = new InMemoryAuditChanges();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected AuditChanges changes() {
        return changes;
    }
}
