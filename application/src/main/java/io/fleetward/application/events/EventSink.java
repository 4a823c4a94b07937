// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;

/** Where the parts of the product leave events for the default bus of an account and region. Thread-safe. */
public interface EventSink {
    /** Stores the events with the transaction; the rules of the bus see them after the commit, at least once. */
    void put(Tx tx, AccountRegion scope, List<BusEvent> events);

    /** Stores one event with the transaction. */
    default void put(Tx tx, AccountRegion scope, BusEvent event) {
        put(tx, scope, List.of(event));
    }

    /** Whether anybody would get an event now; where making it costs something, nothing is lost by asking first. */
    default boolean isHeard(AccountRegion scope) {
        return true;
    }
}
