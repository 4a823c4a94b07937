// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryCustomInsightsTest extends CustomInsightsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final CustomInsights insights = new InMemoryCustomInsights();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected CustomInsights insights() {
        return insights;
    }
}
