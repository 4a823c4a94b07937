// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.rule;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryEventRulesTest extends EventRulesContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final EventRules rules = new InMemoryEventRules();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected EventRules rules() {
        return rules;
    }
}
