// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.Transactions;

/** Stores of events on their way, for tests. */
public final class DeliveryStores {
    private DeliveryStores() {}

    public static DeliveryStore inMemory(Transactions transactions) {
        return new DeliveryStore(
                transactions,
                new InMemoryQueuedEvents(),
                new InMemoryTargetDeliveries(),
                new InMemoryDeadLetters(),
                new InMemoryDeliveryLog(),
                new InMemoryToldFindings(),
                new InMemoryRuleTimes());
    }
}
