// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub.correlation;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.correlation.Correlation;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What rules have seen, in a sorted table. */
public final class InMemoryCorrelations implements Correlations {
    private record Key(AccountRegion scope, String rule, String resource) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::rule).thenComparing(Key::resource);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, Kept kept) {
        Correlation correlation() {
            return kept.correlation();
        }
    }

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public List<Correlation> find(Tx tx, AccountRegion scope, Collection<Correlation.Key> keys) {
        return keys.stream()
                .distinct()
                .map(key -> rows.get(tx, key(scope, key)))
                .filter(Objects::nonNull)
                .map(Row::correlation)
                .toList();
    }

    @Override
    public List<Correlation.Key> naming(Tx tx, AccountRegion scope, Collection<FindingKey> findings) {
        return of(tx, scope)
                .filter(row -> row.sightings().stream().anyMatch(seen -> findings.contains(seen.finding())))
                .map(Correlation::key)
                .toList();
    }

    @Override
    public List<Correlation> active(Tx tx, AccountRegion scope, String ruleId, int limit) {
        return of(tx, scope)
                .filter(row -> row.ruleId().equals(ruleId))
                .filter(row -> row.isOpen() || !row.sightings().isEmpty())
                .limit(limit)
                .toList();
    }

    @Override
    public int countOpen(Tx tx, AccountRegion scope, String ruleId) {
        return (int) of(tx, scope)
                .filter(row -> row.ruleId().equals(ruleId) && row.isOpen())
                .count();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Collection<Kept> kept) {
        kept.forEach(row -> rows.put(tx, key(scope, row.correlation().key()), new Row(scope, row)));
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, Collection<Correlation.Key> keys) {
        keys.forEach(key -> rows.remove(tx, key(scope, key)));
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        remove(tx, scope, of(tx, scope).map(Correlation::key).toList());
    }

    @Override
    public int removeExpired(Tx tx, Instant moment, int limit) {
        List<Row> expired = rows.all(tx).stream()
                .filter(row -> row.kept().expiresAt().isBefore(moment))
                .limit(limit)
                .toList();
        expired.forEach(row -> remove(tx, row.scope(), List.of(row.correlation().key())));
        return expired.size();
    }

    private Stream<Correlation> of(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream().filter(row -> row.scope().equals(scope)).map(Row::correlation);
    }

    private static Key key(AccountRegion scope, Correlation.Key key) {
        return new Key(scope, key.ruleId(), key.resource());
    }
}
