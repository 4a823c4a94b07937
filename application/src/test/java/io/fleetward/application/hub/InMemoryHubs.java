// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Region;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hubs in a sorted table. */
public final class InMemoryHubs implements Hubs {
    private final InMemoryTable<AccountRegion, Hub> rows = new InMemoryTable<>();

    @Override
    public @Nullable Hub find(Tx tx, AccountRegion scope) {
        return rows.get(tx, scope);
    }

    @Override
    public void save(Tx tx, Hub hub) {
        rows.put(tx, hub.scope(), hub);
    }

    @Override
    public void delete(Tx tx, AccountRegion scope) {
        rows.remove(tx, scope);
    }

    @Override
    public List<Region> regions(Tx tx, AccountId account) {
        return rows.all(tx).stream()
                .filter(hub -> hub.isEnabled() && hub.scope().account().equals(account))
                .map(hub -> hub.scope().region())
                .toList();
    }

    @Override
    public List<Hub> all(Tx tx) {
        return rows.all(tx);
    }
}
