// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.outbox;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The entries of an outbox in memory. Thread-safe. */
public final class InMemoryOutboxEntries implements OutboxEntries {
    private final InMemoryTable<Long, StoredEntry> rows = new InMemoryTable<>();
    private final AtomicLong sequence = new AtomicLong();

    @Override
    public void add(Tx tx, OutboxEntry entry, Instant writtenAt) {
        long next = sequence.incrementAndGet();
        rows.put(tx, next, new StoredEntry(next, entry, writtenAt));
    }

    @Override
    public List<StoredEntry> after(Tx tx, long sequence, int limit) {
        return rows.all(tx).stream()
                .filter(row -> row.sequence() > sequence)
                .limit(limit)
                .toList();
    }

    @Override
    public List<StoredEntry> ofLane(Tx tx, Lane lane, long upTo, int limit) {
        return rows.all(tx).stream()
                .filter(row -> row.sequence() <= upTo && row.lane().equals(lane))
                .limit(limit)
                .toList();
    }

    @Override
    public void remove(Tx tx, Collection<Long> sequences) {
        sequences.forEach(each -> rows.remove(tx, each));
    }

    @Override
    public Backlog backlog(Tx tx) {
        List<StoredEntry> all = rows.all(tx);
        return new Backlog(all.size(), all.isEmpty() ? null : all.getFirst().writtenAt());
    }
}
