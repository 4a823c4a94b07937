// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.mitigation.action.MitigationAction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Mitigation actions in memory. Thread-safe. */
public final class InMemoryMitigationActions implements MitigationActions {
    private final InMemoryTable<String, MitigationAction> table = new InMemoryTable<>();

    @Override
    public @Nullable MitigationAction find(Tx tx, AccountRegion scope, String name) {
        return table.get(tx, scope + " " + name);
    }

    @Override
    public void put(Tx tx, MitigationAction action) {
        table.put(tx, action.scope() + " " + action.name(), action);
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String name) {
        return table.remove(tx, scope + " " + name);
    }

    @Override
    public List<MitigationAction> of(Tx tx, AccountRegion scope) {
        return table.all(tx).stream()
                .filter(action -> action.scope().equals(scope))
                .toList();
    }
}
