// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Custom actions in a sorted table. */
public final class InMemoryActionTargets implements ActionTargets {
    private record Key(AccountRegion scope, String id) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, ActionTarget target) {}

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public @Nullable ActionTarget find(Tx tx, AccountRegion scope, String id) {
        Row row = rows.get(tx, new Key(scope, id));
        return row == null ? null : row.target();
    }

    @Override
    public void save(Tx tx, AccountRegion scope, ActionTarget target) {
        rows.put(tx, new Key(scope, target.id()), new Row(scope, target));
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String id) {
        return rows.remove(tx, new Key(scope, id));
    }

    @Override
    public List<ActionTarget> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::target)
                .toList();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        all(tx, scope).forEach(target -> remove(tx, scope, target.id()));
    }
}
