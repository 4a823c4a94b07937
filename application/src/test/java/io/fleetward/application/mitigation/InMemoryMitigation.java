// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.Transactions;

/** What mitigation keeps, in memory. */
public final class InMemoryMitigation {
    private InMemoryMitigation() {}

    /** A fresh store in the same memory as these transactions. */
    public static MitigationStore store(Transactions transactions) {
        return new MitigationStore(
                transactions,
                new InMemoryMitigationActions(),
                new InMemoryMitigationTasks(),
                new InMemoryMitigationExecutions(),
                new InMemoryMitigationJournal());
    }
}
