// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryExportProgressTest extends ExportProgressContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final ExportProgress port = new InMemoryExportProgress();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected ExportProgress progress() {
        return port;
    }
}
