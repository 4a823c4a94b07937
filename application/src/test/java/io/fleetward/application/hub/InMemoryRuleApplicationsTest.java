// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryRuleApplicationsTest extends RuleApplicationsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final RuleApplications applications = new InMemoryRuleApplications();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected RuleApplications applications() {
        return applications;
    }
}
