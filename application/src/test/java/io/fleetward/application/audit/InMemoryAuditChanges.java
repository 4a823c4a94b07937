// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.audit;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Changes to judge in memory. Thread-safe. */
public final class InMemoryAuditChanges implements AuditChanges {
    private record Row(AccountRegion scope, Noted noted, boolean isDeferred) {}

    private final InMemoryTable<Long, Row> table = new InMemoryTable<>();
    private final InMemoryTable<AccountRegion, Boolean> off = new InMemoryTable<>();
    private final AtomicLong sequence = new AtomicLong();

    @Override
    public void add(Tx tx, AccountRegion scope, ChangedResource resource) {
        var noted = new Noted(sequence.incrementAndGet(), resource);
        table.put(tx, noted.sequence(), new Row(scope, noted, false));
    }

    @Override
    public List<Noted> waiting(Tx tx, AccountRegion scope, boolean withDeferred, int limit) {
        return table.all(tx).stream()
                .filter(row -> row.scope().equals(scope) && (withDeferred || !row.isDeferred()))
                .map(Row::noted)
                .limit(limit)
                .toList();
    }

    @Override
    public void defer(Tx tx, AccountRegion scope, Collection<Long> sequences) {
        of(tx, scope, sequences)
                .forEach(row -> table.put(tx, row.noted().sequence(), new Row(scope, row.noted(), true)));
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, Collection<Long> sequences) {
        of(tx, scope, sequences).forEach(row -> table.remove(tx, row.noted().sequence()));
    }

    @Override
    public List<AccountRegion> scopesWaiting(Tx tx) {
        return table.all(tx).stream().map(Row::scope).distinct().sorted().toList();
    }

    @Override
    public boolean isOn(Tx tx, AccountRegion scope) {
        return off.get(tx, scope) == null;
    }

    @Override
    public void setOn(Tx tx, AccountRegion scope, boolean isOn) {
        if (isOn) {
            off.remove(tx, scope);
        } else {
            off.put(tx, scope, true);
        }
    }

    private List<Row> of(Tx tx, AccountRegion scope, Collection<Long> sequences) {
        return table.all(tx).stream()
                .filter(row -> row.scope().equals(scope)
                        && sequences.contains(row.noted().sequence()))
                .toList();
    }
}
