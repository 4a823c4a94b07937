// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryMetricSamplesTest extends MetricSamplesContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final MetricSamples port = new InMemoryMetricSamples();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected MetricSamples samples() {
        return port;
    }
}
