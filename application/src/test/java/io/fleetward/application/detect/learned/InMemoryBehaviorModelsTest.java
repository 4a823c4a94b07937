// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect.learned;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryBehaviorModelsTest extends BehaviorModelsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final BehaviorModels port = new InMemoryBehaviorModels();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected BehaviorModels models() {
        return port;
    }
}
