// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.identity;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The lines of the administrative log in memory. Thread-safe. */
public final class InMemoryAdministrativeActs implements AdministrativeActs {
    private record Row(long sequence, AdministrativeAct act) {}

    private final InMemoryTable<Long, Row> rows = new InMemoryTable<>();
    private final AtomicLong sequence = new AtomicLong();

    @Override
    public void append(Tx tx, AdministrativeAct act) {
        long next = sequence.incrementAndGet();
        rows.put(tx, next, new Row(next, act));
    }

    @Override
    public Page<AdministrativeAct> newest(Tx tx, AccountRegion scope, PageRequest page) {
        long before = page.after() == null ? Long.MAX_VALUE : Long.parseLong(page.after());
        List<Row> found = rows.all(tx).reversed().stream()
                .filter(row -> row.sequence() < before && row.act().scope().equals(scope))
                .limit(page.limit() + 1)
                .toList();
        return Page.cut(found, page.limit(), row -> String.valueOf(row.sequence()))
                .map(Row::act);
    }

    @Override
    public int expire(Tx tx, Instant before, int limit) {
        List<Row> old = rows.all(tx).stream()
                .limit(limit)
                .filter(row -> row.act().at().isBefore(before))
                .toList();
        old.forEach(row -> rows.remove(tx, row.sequence()));
        return old.size();
    }
}
