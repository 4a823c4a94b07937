// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryAccessKeysTest extends AccessKeysContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAccessKeys keys = new InMemoryAccessKeys();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected AccessKeys keys() {
        return keys;
    }
}
