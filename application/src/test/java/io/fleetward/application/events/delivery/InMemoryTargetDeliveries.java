// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deliveries in memory. Thread-safe. */
public final class InMemoryTargetDeliveries implements TargetDeliveries {
    private record Row(TargetDelivery delivery, Instant dueAt) {}

    private final InMemoryTable<Long, Row> rows = new InMemoryTable<>();
    private final AtomicLong last = new AtomicLong();

    @Override
    public void add(Tx tx, Map<QueuedEvent, List<TargetLane>> events, Instant dueAt) {
        events.forEach((event, lanes) -> lanes.forEach(lane -> {
            long sequence = last.incrementAndGet();
            rows.put(tx, sequence, new Row(new TargetDelivery(sequence, lane, event, 0), dueAt));
        }));
    }

    @Override
    public List<TargetDelivery> due(Tx tx, TargetLane lane, Instant now, int limit) {
        return of(tx, lane)
                .filter(row -> !row.dueAt().isAfter(now))
                .limit(limit)
                .map(Row::delivery)
                .toList();
    }

    @Override
    public @Nullable Instant nextDue(Tx tx, TargetLane lane) {
        return of(tx, lane).findFirst().map(Row::dueAt).orElse(null);
    }

    @Override
    public List<TargetLane> lanes(Tx tx) {
        return rows.all(tx).stream()
                .map(row -> row.delivery().lane())
                .distinct()
                .toList();
    }

    @Override
    public void remove(Tx tx, Collection<Long> sequences) {
        sequences.forEach(sequence -> rows.remove(tx, sequence));
    }

    @Override
    public void postpone(Tx tx, TargetDelivery delivery, Instant dueAt) {
        var later = new TargetDelivery(delivery.sequence(), delivery.lane(), delivery.event(), delivery.attempts() + 1);
        rows.put(tx, delivery.sequence(), new Row(later, dueAt));
    }

    @Override
    public void clear(Tx tx, TargetLane lane) {
        of(tx, lane).toList().forEach(row -> rows.remove(tx, row.delivery().sequence()));
    }

    private Stream<Row> of(Tx tx, TargetLane lane) {
        return rows.all(tx).stream()
                .filter(row -> row.delivery().lane().equals(lane))
                .sorted(Comparator.comparing(Row::dueAt)
                        .thenComparingLong(row -> row.delivery().sequence()));
    }
}
