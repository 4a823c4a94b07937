// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryAutomationRulesTest extends AutomationRulesContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final AutomationRules rules = new InMemoryAutomationRules();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected AutomationRules rules() {
        return rules;
    }
}
