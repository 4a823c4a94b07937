// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryActionTargetsTest extends ActionTargetsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final ActionTargets targets = new InMemoryActionTargets();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected ActionTargets targets() {
        return targets;
    }
}
