// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps connections, their credentials encrypted. Thread-safe. */
public interface Connections {
    @Nullable
    Connection find(Tx tx, AccountRegion scope, String name);

    /** Creates the connection or replaces the one of the same name. */
    void put(Tx tx, Connection connection);

    /** Forgets the connection; nothing happens when there is none. */
    void remove(Tx tx, AccountRegion scope, String name);

    /** All of the account and region, in the order of their names. */
    List<Connection> all(Tx tx, AccountRegion scope);
}
