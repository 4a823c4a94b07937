// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.function.Consumer;

/** Where the parts of the product leave events for the default bus of an account and region. Thread-safe. */
public interface EventSink {
    /**
     * What stores the events with a transaction; the rules of the bus see them after the commit, at least once. Better
     * called outside of the transaction, because it takes its time.
     */
    Consumer<Tx> putting(AccountRegion scope, List<BusEvent> events);

    /** Stores the events with the transaction. */
    default void put(Tx tx, AccountRegion scope, List<BusEvent> events) {
        putting(scope, events).accept(tx);
    }

    /** Stores one event with the transaction. */
    default void put(Tx tx, AccountRegion scope, BusEvent event) {
        put(tx, scope, List.of(event));
    }

    /** Whether anybody would get an event now; where making it costs something, nothing is lost by asking first. */
    default boolean isHeard(AccountRegion scope) {
        return true;
    }
}
