// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryAccountsTest extends AccountsContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAccounts accounts = new InMemoryAccounts();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Accounts accounts() {
        return accounts;
    }
}
