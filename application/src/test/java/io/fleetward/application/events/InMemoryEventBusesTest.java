// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryEventBusesTest extends EventBusesContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final EventBuses buses = new InMemoryEventBuses();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected EventBuses buses() {
        return buses;
    }
}
