// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.view;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Views in memory. Thread-safe. */
public final class InMemorySavedViews implements SavedViews {
    private final InMemoryTable<Key, SavedView> rows = new InMemoryTable<>();

    private record Key(AccountRegion scope, String page, String name, String owner) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::scope)
                .thenComparing(Key::page)
                .thenComparing(Key::name)
                .thenComparing(Key::owner);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    @Override
    public void put(Tx tx, SavedView view) {
        rows.put(tx, new Key(view.scope(), view.page(), view.name(), view.owner()), view);
    }

    @Override
    public @Nullable SavedView find(Tx tx, AccountRegion scope, String page, String name, String owner) {
        return rows.get(tx, new Key(scope, page, name, owner));
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String page, String name, String owner) {
        return rows.remove(tx, new Key(scope, page, name, owner));
    }

    @Override
    public List<SavedView> seenBy(Tx tx, AccountRegion scope, String owner) {
        return rows.all(tx).stream()
                .filter(view -> view.scope().equals(scope)
                        && (view.isShared() || view.owner().equals(owner)))
                .toList();
    }
}
