// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryReportedFindingsTest extends ReportedFindingsContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryReportedFindings findings = new InMemoryReportedFindings();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected ReportedFindings findings() {
        return findings;
    }
}
