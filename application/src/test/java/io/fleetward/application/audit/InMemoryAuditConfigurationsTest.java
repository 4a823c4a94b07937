// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryAuditConfigurationsTest extends AuditConfigurationsContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAuditConfigurations configurations = new InMemoryAuditConfigurations();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected AuditConfigurations configurations() {
        return configurations;
    }
}
