// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryProfileTargetsTest extends ProfileTargetsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final ProfileTargets port = new InMemoryProfileTargets();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected ProfileTargets targets() {
        return port;
    }
}
