// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.user;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryUsersTest extends UsersContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryUsers users = new InMemoryUsers();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Users users() {
        return users;
    }
}
