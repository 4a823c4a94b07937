// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.Tx;
import java.util.Collection;
import java.util.List;

/** Keeps events until they are handed to the lanes of their targets. Thread-safe. */
public interface QueuedEvents {
    /** An event with its place in the order in which events were put. Immutable. */
    record Placed(long sequence, QueuedEvent event) {}

    void add(Tx tx, List<QueuedEvent> events);

    /** The oldest events beyond the sequence number, in their order. */
    List<Placed> after(Tx tx, long sequence, int limit);

    void remove(Tx tx, Collection<Long> sequences);
}
