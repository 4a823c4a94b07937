// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.delivery;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Dead letters in memory. Thread-safe. */
public final class InMemoryDeadLetters implements DeadLetters {
    private record Row(long sequence, DeadLetter letter) {}

    private final InMemoryTable<Long, Row> rows = new InMemoryTable<>();
    private final AtomicLong last = new AtomicLong();

    @Override
    public void add(Tx tx, List<DeadLetter> letters) {
        for (DeadLetter letter : letters) {
            long sequence = last.incrementAndGet();
            rows.put(tx, sequence, new Row(sequence, letter));
        }
        newestFirst(tx, letters.getFirst().lane().rule().scope()).stream()
                .skip(MOST)
                .forEach(row -> rows.remove(tx, row.sequence()));
    }

    @Override
    public Page<DeadLetter> list(Tx tx, AccountRegion scope, PageRequest page) {
        String after = page.after();
        List<Row> rest = newestFirst(tx, scope).stream()
                .filter(row -> after == null || row.sequence() < Long.parseLong(after))
                .toList();
        return Page.cut(rest, page.limit(), row -> String.valueOf(row.sequence()))
                .map(Row::letter);
    }

    private List<Row> newestFirst(Tx tx, AccountRegion scope) {
        return rows.all(tx).reversed().stream()
                .filter(row -> row.letter().lane().rule().scope().equals(scope))
                .toList();
    }
}
