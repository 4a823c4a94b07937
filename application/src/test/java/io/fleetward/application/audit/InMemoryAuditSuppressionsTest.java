// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryAuditSuppressionsTest extends AuditSuppressionsContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAuditSuppressions suppressions = new InMemoryAuditSuppressions();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected AuditSuppressions suppressions() {
        return suppressions;
    }
}
