// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.destination;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps destinations. Thread-safe. */
public interface ApiDestinations {
    @Nullable
    ApiDestination find(Tx tx, AccountRegion scope, String name);

    /** Creates the destination or replaces the one of the same name. */
    void put(Tx tx, ApiDestination destination);

    /** Forgets the destination; nothing happens when there is none. */
    void remove(Tx tx, AccountRegion scope, String name);

    /** All of the account and region, in the order of their names. */
    List<ApiDestination> all(Tx tx, AccountRegion scope);
}
