// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryAdministrativeActsTest extends AdministrativeActsContract {
    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final InMemoryAdministrativeActs acts = new InMemoryAdministrativeActs();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected AdministrativeActs acts() {
        return acts;
    }
}
