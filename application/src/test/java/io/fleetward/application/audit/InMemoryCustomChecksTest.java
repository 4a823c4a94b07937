// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryCustomChecksTest extends CustomChecksContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryCustomChecks checks = new InMemoryCustomChecks();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected CustomChecks checks() {
        return checks;
    }
}
