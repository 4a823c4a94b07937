// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.filter.FindingOrder;
import io.fleetward.hub.filter.FindingQuery;
import io.fleetward.hub.filter.SortPosition;
import io.fleetward.hub.finding.Finding;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.hub.finding.OwnedFinding;
import io.fleetward.hub.finding.StoredFinding;
import io.fleetward.hub.insight.FindingGroup;
import io.fleetward.hub.insight.GroupCounts;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Findings in a sorted table, searched and counted with nothing but the definition of filters and orders. */
public final class InMemoryFindings implements Findings, FindingGroups {
    private record Key(AccountRegion scope, String fingerprint) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::fingerprint);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, StoredFinding finding) {}

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public Map<FindingKey, StoredFinding> find(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        var found = new LinkedHashMap<FindingKey, StoredFinding>();
        for (FindingKey key : keys) {
            Row row = rows.get(tx, key(scope, key));
            if (row != null) {
                found.put(key, row.finding());
            }
        }
        return found;
    }

    @Override
    public Map<AccountRegion, Map<FindingKey, StoredFinding>> find(
            Tx tx, Collection<AccountRegion> owners, Collection<FindingKey> keys) {
        var found = new LinkedHashMap<AccountRegion, Map<FindingKey, StoredFinding>>();
        owners.forEach(owner -> found.put(owner, find(tx, owner, keys)));
        found.values().removeIf(Map::isEmpty);
        return found;
    }

    @Override
    public Map<FindingKey, Long> revisions(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        var revisions = new LinkedHashMap<FindingKey, Long>();
        find(tx, scope, keys).forEach((key, finding) -> revisions.put(key, finding.revision()));
        return revisions;
    }

    @Override
    public Consumer<Tx> saving(AccountRegion scope, Collection<StoredFinding> findings) {
        return tx -> {
            for (StoredFinding finding : findings) {
                rows.put(tx, key(scope, finding.key()), new Row(scope, finding));
            }
        };
    }

    @Override
    public Page<OwnedFinding> search(Tx tx, Collection<AccountRegion> owners, FindingQuery query, PageRequest page) {
        FindingOrder order = query.order();
        SortPosition after = page.after() == null ? null : SortPosition.parse(order, page.after());
        List<OwnedFinding> matching = rows.all(tx).stream()
                .filter(row -> owners.contains(row.scope()))
                .map(row -> new OwnedFinding(row.scope(), row.finding().finding()))
                .filter(owned -> query.filter().matches(owned.finding()))
                .toList();
        List<OwnedFinding> rest = order.sorted(matching).stream()
                .dropWhile(owned -> after != null && order.compare(order.positionOf(owned), after) <= 0)
                .toList();
        return Page.cut(rest, page.limit(), owned -> order.positionOf(owned).text());
    }

    @Override
    public List<FindingKey> processedBefore(Tx tx, Processed query, int limit) {
        return ofScope(tx, query.scope()).stream()
                .map(StoredFinding::finding)
                .filter(finding -> finding.recordState() == query.state())
                .filter(finding -> finding.processedAt().isBefore(query.before()))
                .limit(limit)
                .map(Finding::key)
                .toList();
    }

    @Override
    public void delete(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        keys.forEach(key -> rows.remove(tx, key(scope, key)));
    }

    @Override
    public List<FindingGroup> largest(Tx tx, Collection<AccountRegion> owners, Question question) {
        var counts = new GroupCounts();
        for (AccountRegion owner : owners) {
            for (StoredFinding stored : ofScope(tx, owner)) {
                if (question.filter().matches(stored.finding())) {
                    counts.add(question.by().valuesIn(stored.finding().document()), 1);
                }
            }
        }
        return counts.largest(question.limit());
    }

    private List<StoredFinding> ofScope(Tx tx, AccountRegion scope) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::finding)
                .toList();
    }

    private static Key key(AccountRegion scope, FindingKey key) {
        return new Key(scope, key.fingerprint());
    }
}
