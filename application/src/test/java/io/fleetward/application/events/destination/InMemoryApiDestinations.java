// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in memory. Thread-safe. */
public final class InMemoryApiDestinations implements ApiDestinations {
    private final InMemoryTable<String, ApiDestination> rows = new InMemoryTable<>();

    @Override
    public @Nullable ApiDestination find(Tx tx, AccountRegion scope, String name) {
        return rows.get(tx, scope + " " + name);
    }

    @Override
    public void put(Tx tx, ApiDestination destination) {
        rows.put(tx, destination.scope() + " " + destination.name(), destination);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        rows.remove(tx, scope + " " + name);
    }

    @Override
    public List<ApiDestination> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream().filter(row -> row.scope().equals(scope)).toList();
    }
}
