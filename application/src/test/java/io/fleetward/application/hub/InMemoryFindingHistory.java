// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.hub.finding.FindingChange;
import io.fleetward.hub.finding.FindingKey;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Histories of findings in a sorted table. */
public final class InMemoryFindingHistory implements FindingHistory {
    private record Key(AccountRegion scope, String fingerprint, long revision) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::fingerprint).thenComparingLong(Key::revision);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, FindingChange change) {
        Key key() {
            return new Key(scope, change.key().fingerprint(), change.revision());
        }
    }

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public void append(Tx tx, AccountRegion scope, List<FindingChange> changes) {
        for (FindingChange change : changes) {
            var row = new Row(scope, change);
            if (rows.get(tx, row.key()) != null) {
                throw new IllegalStateException("this revision has its line already: " + change);
            }
            rows.put(tx, row.key(), row);
        }
    }

    @Override
    public Page<FindingChange> list(Tx tx, AccountRegion scope, Span span, PageRequest page) {
        long before = page.after() == null ? Long.MAX_VALUE : Long.parseLong(page.after());
        List<FindingChange> found = select(
                        tx,
                        scope,
                        row -> row.change().key().equals(span.key())
                                && row.change().revision() < before
                                && !row.change().at().isBefore(span.from())
                                && !row.change().at().isAfter(span.to()))
                .stream()
                .map(Row::change)
                .sorted(Comparator.comparingLong(FindingChange::revision).reversed())
                .toList();
        return Page.cut(found, page.limit(), change -> Long.toString(change.revision()));
    }

    @Override
    public void delete(Tx tx, AccountRegion scope, Collection<FindingKey> keys) {
        select(tx, scope, row -> keys.contains(row.change().key())).forEach(row -> rows.remove(tx, row.key()));
    }

    @Override
    public int deleteBefore(Tx tx, AccountRegion scope, Instant moment, int limit) {
        List<Row> old = select(tx, scope, row -> row.change().at().isBefore(moment)).stream()
                .limit(limit)
                .toList();
        old.forEach(row -> rows.remove(tx, row.key()));
        return old.size();
    }

    private List<Row> select(Tx tx, AccountRegion scope, Predicate<Row> condition) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope) && condition.test(row))
                .toList();
    }
}
