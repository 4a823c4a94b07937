// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.audit.NewestFirst;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.suppression.FindingSuppression;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Suppressions of findings in a sorted table. */
public final class InMemoryFindingSuppressions implements FindingSuppressions {
    private record Key(AccountRegion scope, String id) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, FindingSuppression suppression) {}

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public @Nullable FindingSuppression find(Tx tx, AccountRegion scope, String id) {
        Row row = rows.get(tx, new Key(scope, id));
        return row == null ? null : row.suppression();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, FindingSuppression suppression) {
        rows.put(tx, new Key(scope, suppression.id()), new Row(scope, suppression));
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String id) {
        rows.remove(tx, new Key(scope, id));
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        all(tx, scope).forEach(suppression -> remove(tx, scope, suppression.id()));
    }

    @Override
    public List<FindingSuppression> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::suppression)
                .sorted(Comparator.comparing(FindingSuppression::createdAt).thenComparing(FindingSuppression::id))
                .toList();
    }

    @Override
    public List<AccountRegion> scopes(Tx tx) {
        return rows.all(tx).stream().map(Row::scope).distinct().toList();
    }

    @Override
    public Page<FindingSuppression> list(Tx tx, AccountRegion scope, PageRequest page) {
        NewestFirst after = page.after() == null ? null : NewestFirst.parse(page.after());
        List<FindingSuppression> rest = all(tx, scope).stream()
                .sorted(Comparator.comparing(InMemoryFindingSuppressions::place))
                .filter(suppression -> after == null || place(suppression).compareTo(after) > 0)
                .toList();
        return Page.cut(rest, page.limit(), suppression -> place(suppression).key());
    }

    private static NewestFirst place(FindingSuppression suppression) {
        return new NewestFirst(suppression.createdAt(), suppression.id());
    }
}
