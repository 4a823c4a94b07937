// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Event buses in memory. Thread-safe. */
public final class InMemoryEventBuses implements EventBuses {
    private record Key(AccountRegion scope, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::scope).thenComparing(Key::name).compare(this, other);
        }
    }

    private final InMemoryTable<Key, EventBus> rows = new InMemoryTable<>();

    @Override
    public @Nullable EventBus find(Tx tx, AccountRegion scope, String name) {
        return rows.get(tx, new Key(scope, name));
    }

    @Override
    public void add(Tx tx, EventBus bus) {
        rows.put(tx, new Key(bus.scope(), bus.name()), bus);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        rows.remove(tx, new Key(scope, name));
    }

    @Override
    public List<EventBus> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream().filter(bus -> bus.scope().equals(scope)).toList();
    }
}
