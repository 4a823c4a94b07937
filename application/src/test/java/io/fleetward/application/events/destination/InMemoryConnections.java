// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows in memory. Thread-safe. */
public final class InMemoryConnections implements Connections {
    private final InMemoryTable<String, Connection> rows = new InMemoryTable<>();

    @Override
    public @Nullable Connection find(Tx tx, AccountRegion scope, String name) {
        return rows.get(tx, scope + " " + name);
    }

    @Override
    public void put(Tx tx, Connection connection) {
        rows.put(tx, connection.scope() + " " + connection.name(), connection);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        rows.remove(tx, scope + " " + name);
    }

    @Override
    public List<Connection> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream().filter(row -> row.scope().equals(scope)).toList();
    }
}
