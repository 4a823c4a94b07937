// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** What targets were told of findings, in memory. Thread-safe. */
public final class InMemoryToldFindings implements ToldFindings {
    private record Row(long sequence, Placed placed) {}

    private final InMemoryTable<Long, Row> rows = new InMemoryTable<>();
    private final AtomicLong last = new AtomicLong();

    @Override
    public void add(Tx tx, TargetLane lane, List<ToldFinding> told) {
        for (ToldFinding each : told) {
            long sequence = last.incrementAndGet();
            rows.put(tx, sequence, new Row(sequence, new Placed(lane, each)));
        }
        newestFirst(tx, row -> row.lane().equals(lane)).stream()
                .skip(MOST)
                .forEach(row -> rows.remove(tx, row.sequence()));
    }

    @Override
    public List<Placed> of(Tx tx, AccountRegion scope, FindingKey finding, int limit) {
        return newestFirst(
                        tx,
                        placed -> placed.lane().rule().scope().equals(scope)
                                && placed.told().finding().equals(finding))
                .stream()
                .limit(limit)
                .map(Row::placed)
                .toList();
    }

    @Override
    public void clear(Tx tx, TargetLane lane) {
        newestFirst(tx, row -> row.lane().equals(lane)).forEach(row -> rows.remove(tx, row.sequence()));
    }

    private List<Row> newestFirst(Tx tx, Predicate<Placed> which) {
        return rows.all(tx).reversed().stream()
                .filter(row -> which.test(row.placed()))
                .toList();
    }
}
