// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the buses that were created; the default bus is not among them. Thread-safe. */
public interface EventBuses {
    @Nullable
    EventBus find(Tx tx, AccountRegion scope, String name);

    /** Keeps a bus whose name is not taken. */
    void add(Tx tx, EventBus bus);

    /** Forgets the bus; nothing happens when there is none. */
    void remove(Tx tx, AccountRegion scope, String name);

    /** All created buses in the order of their names; an account has at most {@value EventBusAdministration#MOST_BUSES}. */
    List<EventBus> all(Tx tx, AccountRegion scope);
}
