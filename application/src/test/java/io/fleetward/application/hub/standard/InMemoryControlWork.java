// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.standard;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Work of controls in memory. */
public final class InMemoryControlWork implements ControlWork {
    private record Row(AccountRegion scope, Item item) {}

    private final InMemoryTable<Long, Row> table = new InMemoryTable<>();
    private final AtomicLong sequence = new AtomicLong();

    @Override
    public void add(Tx tx, AccountRegion scope, String control, @Nullable String resource) {
        var item = new Item(sequence.incrementAndGet(), control, resource, null);
        table.put(tx, item.sequence(), new Row(scope, item));
    }

    @Override
    public List<Item> waiting(Tx tx, AccountRegion scope, int limit) {
        return table.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::item)
                .limit(limit)
                .toList();
    }

    @Override
    public void advance(Tx tx, AccountRegion scope, long number, Progress progress) {
        waiting(tx, scope, Integer.MAX_VALUE).stream()
                .filter(item -> item.sequence() == number)
                .map(item -> new Item(number, item.control(), item.resource(), progress))
                .forEach(item -> table.put(tx, number, new Row(scope, item)));
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, Collection<Long> sequences) {
        waiting(tx, scope, Integer.MAX_VALUE).stream()
                .map(Item::sequence)
                .filter(sequences::contains)
                .forEach(number -> table.remove(tx, number));
    }

    @Override
    public List<AccountRegion> scopesWaiting(Tx tx) {
        return table.all(tx).stream().map(Row::scope).distinct().sorted().toList();
    }
}
