// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Events in memory. Thread-safe. */
public final class InMemoryQueuedEvents implements QueuedEvents {
    private final InMemoryTable<Long, Placed> rows = new InMemoryTable<>();
    private final AtomicLong last = new AtomicLong();

    @Override
    public void add(Tx tx, List<QueuedEvent> events) {
        for (QueuedEvent event : events) {
            long sequence = last.incrementAndGet();
            rows.put(tx, sequence, new Placed(sequence, event));
        }
    }

    @Override
    public List<Placed> after(Tx tx, long sequence, int limit) {
        return rows.all(tx).stream()
                .filter(placed -> placed.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(Tx tx, Collection<Long> sequences) {
        sequences.forEach(sequence -> rows.remove(tx, sequence));
    }
}
