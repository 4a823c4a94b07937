// SPDX-License-Identifier: Apache-2.0
package io.fleetward.server;

import io.fleetward.store.SqlDatabase;
import io.fleetward.store.StoreDatabase;
import io.fleetward.store.StoreLocation;

/** Opens the three databases of a node and brings their tables up to date. */
record StoreAssembly(SqlDatabase state, SqlDatabase metrics, SqlDatabase sessions) implements AutoCloseable {
    static StoreAssembly open(StoreLocation location) {
        return new StoreAssembly(
                SqlDatabase.open(location, StoreDatabase.FLEETWARD),
                SqlDatabase.open(location, StoreDatabase.METRICS),
                SqlDatabase.open(location, StoreDatabase.SESSIONS));
    }

    @Override
    public void close() {
        sessions.close();
        metrics.close();
        state.close();
    }
}
