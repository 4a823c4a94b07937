// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.InMemoryTransactions;

class InMemoryMitigationStoreTest extends MitigationStoreContract {
    private final MitigationStore store = InMemoryMitigation.store(new InMemoryTransactions());

    @Override
    protected MitigationStore store() {
        return store;
    }
}
