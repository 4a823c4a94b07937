// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryHubReportsTest extends HubReportsContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryHubReports reports = new InMemoryHubReports();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected HubReports reports() {
        return reports;
    }
}
