// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemorySubscriptionsTest extends SubscriptionsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final Subscriptions subscriptions = new InMemorySubscriptions();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Subscriptions subscriptions() {
        return subscriptions;
    }
}
