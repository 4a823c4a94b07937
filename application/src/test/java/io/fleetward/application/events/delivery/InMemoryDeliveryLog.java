// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Attempts in memory. Thread-safe. */
public final class InMemoryDeliveryLog implements DeliveryLog {
    private record Row(long sequence, TargetLane lane, DeliveryAttempt attempt) {}

    private final InMemoryTable<Long, Row> rows = new InMemoryTable<>();
    private final AtomicLong last = new AtomicLong();

    @Override
    public void add(Tx tx, TargetLane lane, List<DeliveryAttempt> attempts) {
        for (DeliveryAttempt attempt : attempts) {
            long sequence = last.incrementAndGet();
            rows.put(tx, sequence, new Row(sequence, lane, attempt));
        }
        newestFirst(tx, lane).stream().skip(MOST).forEach(row -> rows.remove(tx, row.sequence()));
    }

    @Override
    public Page<DeliveryAttempt> list(Tx tx, TargetLane lane, PageRequest page) {
        String after = page.after();
        List<Row> rest = newestFirst(tx, lane).stream()
                .filter(row -> after == null || row.sequence() < Long.parseLong(after))
                .toList();
        return Page.cut(rest, page.limit(), row -> String.valueOf(row.sequence()))
                .map(Row::attempt);
    }

    @Override
    public void clear(Tx tx, TargetLane lane) {
        newestFirst(tx, lane).forEach(row -> rows.remove(tx, row.sequence()));
    }

    private List<Row> newestFirst(Tx tx, TargetLane lane) {
        return rows.all(tx).reversed().stream()
                .filter(row -> row.lane().equals(lane))
                .toList();
    }
}
