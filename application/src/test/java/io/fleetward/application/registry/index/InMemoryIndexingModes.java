// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.registry.index;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.registry.query.IndexingMode;
import java.util.Objects;

/** Modes of indexing in memory. */
public final class InMemoryIndexingModes implements IndexingModes {
    private final InMemoryTable<AccountRegion, IndexingMode> rows = new InMemoryTable<>();

    @Override
    public IndexingMode find(Tx tx, AccountRegion scope) {
        return Objects.requireNonNullElse(rows.get(tx, scope), IndexingMode.OFF);
    }

    @Override
    public void put(Tx tx, AccountRegion scope, IndexingMode mode) {
        rows.put(tx, scope, mode);
    }
}
