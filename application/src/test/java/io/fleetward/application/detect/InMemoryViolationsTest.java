// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryViolationsTest extends ViolationsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final Violations port = new InMemoryViolations();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Violations violations() {
        return port;
    }
}
