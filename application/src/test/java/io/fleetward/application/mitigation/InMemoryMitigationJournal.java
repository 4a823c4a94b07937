// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.mitigation;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.mitigation.task.TaskKey;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The journal in memory. Thread-safe. */
public final class InMemoryMitigationJournal implements MitigationJournal {
    private record Row(long sequence, JournalEntry entry) {}

    private final InMemoryTable<Long, Row> rows = new InMemoryTable<>();
    private final AtomicLong sequence = new AtomicLong();

    @Override
    public void append(Tx tx, JournalEntry entry) {
        long next = sequence.incrementAndGet();
        rows.put(tx, next, new Row(next, entry));
    }

    @Override
    public Page<JournalLine> list(Tx tx, AccountRegion scope, @Nullable TaskKey task, PageRequest page) {
        long before = page.after() == null ? Long.MAX_VALUE : Long.parseLong(page.after());
        Set<Long> undone = rows.all(tx).stream()
                .flatMap(row -> Stream.ofNullable(row.entry().undoes()))
                .collect(Collectors.toSet());
        List<Row> read = rows.all(tx).reversed().stream()
                .filter(row -> row.sequence() < before)
                .filter(row -> row.entry().task().scope().equals(scope))
                .filter(row -> task == null || row.entry().task().equals(task))
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(read, page.limit(), row -> String.valueOf(row.sequence()))
                .map(row -> new JournalLine(row.sequence(), row.entry(), undone.contains(row.sequence())));
    }

    @Override
    public void clear(Tx tx, TaskKey task) {
        rows.all(tx).stream()
                .filter(row -> row.entry().task().equals(task))
                .forEach(row -> rows.remove(tx, row.sequence()));
    }
}
