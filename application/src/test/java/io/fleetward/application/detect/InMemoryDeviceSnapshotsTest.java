// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.detect;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.store.Transactions;

class InMemoryDeviceSnapshotsTest extends DeviceSnapshotsContract {
    private final Transactions transactions = new InMemoryTransactions();
    private final DeviceSnapshots port = new InMemoryDeviceSnapshots();

    @Override
    protected Transactions transactions() {
        return transactions;
    }

    @Override
    protected DeviceSnapshots snapshots() {
        return port;
    }
}
