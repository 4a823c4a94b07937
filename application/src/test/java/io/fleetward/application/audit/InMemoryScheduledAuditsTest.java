// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryScheduledAuditsTest extends ScheduledAuditsContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryScheduledAudits schedules = new InMemoryScheduledAudits();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected ScheduledAudits schedules() {
        return schedules;
    }
}
