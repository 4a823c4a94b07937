// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryDimensionsTest extends DimensionsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final Dimensions port = new InMemoryDimensions();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected Dimensions dimensions() {
        return port;
    }
}
