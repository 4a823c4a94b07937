// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.suppression.SuppressedFinding;
import io.fleetward.kernel.AccountRegion;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What suppressions have taken hold of, in a sorted table. */
public final class InMemorySuppressedFindings implements SuppressedFindings {
    private record Key(AccountRegion scope, String fingerprint, String suppressionId) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::fingerprint).thenComparing(Key::suppressionId);

        static Key of(AccountRegion scope, SuppressedFinding held) {
            return new Key(scope, held.key().fingerprint(), held.suppressionId());
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, SuppressedFinding held) {}

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public Map<FindingKey, List<SuppressedFinding>> of(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        return those(tx, scope, about(keys)).stream().collect(Collectors.groupingBy(SuppressedFinding::key));
    }

    @Override
    public void put(Tx tx, AccountRegion scope, Collection<SuppressedFinding> held) {
        held.forEach(one -> rows.put(tx, Key.of(scope, one), new Row(scope, one)));
    }

    @Override
    public List<SuppressedFinding> heldBy(Tx tx, AccountRegion scope, String suppressionId, int limit) {
        return those(tx, scope, by(suppressionId)).stream().limit(limit).toList();
    }

    @Override
    public int count(Tx tx, AccountRegion scope, String suppressionId) {
        return those(tx, scope, by(suppressionId).and(held -> !held.isOverruled()))
                .size();
    }

    @Override
    public void overrule(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        put(
                tx,
                scope,
                those(tx, scope, about(keys)).stream()
                        .map(SuppressedFinding::overruled)
                        .toList());
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String suppressionId, Collection<FindingKey> keys) {
        remove(tx, scope, about(keys).and(by(suppressionId)));
    }

    @Override
    public void forget(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        remove(tx, scope, about(keys));
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        remove(tx, scope, held -> true);
    }

    private void remove(Tx tx, AccountRegion scope, Predicate<SuppressedFinding> filter) {
        those(tx, scope, filter).forEach(held -> rows.remove(tx, Key.of(scope, held)));
    }

    private List<SuppressedFinding> those(Tx tx, AccountRegion scope, Predicate<SuppressedFinding> filter) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::held)
                .filter(filter)
                .toList();
    }

    private static Predicate<SuppressedFinding> about(Collection<FindingKey> keys) {
        Set<FindingKey> wanted = new HashSet<>(keys);
        return held -> wanted.contains(held.key());
    }

    private static Predicate<SuppressedFinding> by(String suppressionId) {
        return held -> held.suppressionId().equals(suppressionId);
    }
}
