// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.insight.Insight;
import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Insights in a sorted table. */
public final class InMemoryCustomInsights implements CustomInsights {
    private record Key(AccountRegion scope, String arn) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::arn);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, Insight insight) {}

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public @Nullable Insight find(Tx tx, AccountRegion scope, String arn) {
        Row row = rows.get(tx, new Key(scope, arn));
        return row == null ? null : row.insight();
    }

    @Override
    public void save(Tx tx, AccountRegion scope, Insight insight) {
        rows.put(tx, new Key(scope, insight.arn()), new Row(scope, insight));
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, String arn) {
        return rows.remove(tx, new Key(scope, arn));
    }

    @Override
    public List<Insight> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::insight)
                .toList();
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        all(tx, scope).forEach(insight -> remove(tx, scope, insight.arn()));
    }
}
