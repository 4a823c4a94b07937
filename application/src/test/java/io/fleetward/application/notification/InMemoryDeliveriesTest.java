// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryDeliveriesTest extends DeliveriesContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final Deliveries deliveries = new InMemoryDeliveries();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Deliveries deliveries() {
        return deliveries;
    }
}
