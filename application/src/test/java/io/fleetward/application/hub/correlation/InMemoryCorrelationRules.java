// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.CorrelationRule;
import io.fleetward.kernel.AccountRegion;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Correlation rules in a sorted table. */
public final class InMemoryCorrelationRules implements CorrelationRules {
    private record Key(AccountRegion scope, String id) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, CorrelationRule rule) {}

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();
    private final InMemoryTable<AccountRegion, String> versions = new InMemoryTable<>();

    @Override
    public @Nullable CorrelationRule find(Tx tx, AccountRegion scope, String id) {
        Row row = rows.get(tx, new Key(scope, id));
        return row == null ? null : row.rule();
    }

    @Override
    public List<CorrelationRule> all(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::rule)
                .sorted(Comparator.comparing(CorrelationRule::createdAt).thenComparing(CorrelationRule::id))
                .toList();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, CorrelationRule rule) {
        rows.put(tx, new Key(scope, rule.id()), new Row(scope, rule));
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String id) {
        rows.remove(tx, new Key(scope, id));
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        all(tx, scope).forEach(rule -> remove(tx, scope, rule.id()));
        versions.remove(tx, scope);
    }

    @Override
    public List<AccountRegion> scopesWorking(Tx tx) {
        return rows.all(tx).stream()
                .filter(row -> row.rule().isWorking())
                .map(Row::scope)
                .distinct()
                .toList();
    }

    @Override
    public String version(Tx tx, AccountRegion scope) {
        String version = versions.get(tx, scope);
        return version == null ? "" : version;
    }

    @Override
    public void setVersion(Tx tx, AccountRegion scope, String version) {
        versions.put(tx, scope, version);
    }
}
