// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.store;

import org.jspecify.annotations.Nullable;

class InMemoryTransactionsTest extends TransactionsContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryTable<String, Integer> numbers = new InMemoryTable<>();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected void put(Tx tx, String name, int number) {
        numbers.put(tx, name, number);
    }

    @Override
    protected @Nullable Integer get(Tx tx, String name) {
        return numbers.get(tx, name);
    }
}
