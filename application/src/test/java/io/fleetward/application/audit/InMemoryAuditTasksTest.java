// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryAuditTasksTest extends AuditTasksContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAuditTasks tasks = new InMemoryAuditTasks();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected AuditTasks tasks() {
        return tasks;
    }
}
