// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.Tx;
import java.util.List;
import java.util.function.Consumer;

/** Keeps events beyond their delivery. Thread-safe. */
@FunctionalInterface
public interface EventArchive {
    /**
     * What keeps those of the events that are wanted, in the transaction that takes them out of the queue. Called outside
     * of transactions; takes its time to match.
     */
    Consumer<Tx> keeping(List<QueuedEvent> events);
}
