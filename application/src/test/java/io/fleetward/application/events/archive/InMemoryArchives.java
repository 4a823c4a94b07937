// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.archive;

import io.fleetward.application.events.archive.Archive.Holding;
import io.fleetward.application.events.archive.Archive.Size;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Archives in memory. Thread-safe. */
public final class InMemoryArchives implements Archives {
    private record Key(AccountRegion scope, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::scope).thenComparing(Key::name).compare(this, other);
        }
    }

    private final InMemoryTable<Key, Holding> rows = new InMemoryTable<>();

    @Override
    public @Nullable Holding find(Tx tx, AccountRegion scope, String name) {
        return rows.get(tx, new Key(scope, name));
    }

    @Override
    public void put(Tx tx, Archive archive) {
        Holding known = find(tx, archive.scope(), archive.name());
        rows.put(
                tx,
                new Key(archive.scope(), archive.name()),
                new Holding(archive, known == null ? Size.NONE : known.size()));
    }

    @Override
    public void remove(Tx tx, Archive archive) {
        if (isThere(tx, archive)) {
            rows.remove(tx, new Key(archive.scope(), archive.name()));
        }
    }

    @Override
    public List<Holding> all(Tx tx, AccountRegion scope) {
        return all(tx).stream()
                .filter(each -> each.archive().scope().equals(scope))
                .toList();
    }

    @Override
    public List<Holding> all(Tx tx) {
        return List.copyOf(rows.all(tx));
    }

    @Override
    public Size count(Tx tx, Archive archive, Size more) {
        Holding known = find(tx, archive.scope(), archive.name());
        if (known == null || !isThere(tx, archive)) {
            return Size.NONE;
        }
        Size size = known.size().plus(more);
        rows.put(tx, new Key(archive.scope(), archive.name()), new Holding(known.archive(), size));
        return size;
    }

    private boolean isThere(Tx tx, Archive archive) {
        Holding known = find(tx, archive.scope(), archive.name());
        return known != null && known.archive().id().equals(archive.id());
    }
}
