// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryCustomMetricsTest extends CustomMetricsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final CustomMetrics port = new InMemoryCustomMetrics();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected CustomMetrics customMetrics() {
        return port;
    }
}
