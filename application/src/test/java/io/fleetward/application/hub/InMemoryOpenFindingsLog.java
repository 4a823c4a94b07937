// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.hub;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** Counts in a sorted table. */
public final class InMemoryOpenFindingsLog implements OpenFindingsLog {
    private record Key(AccountRegion scope, Instant hour) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::scope).thenComparing(Key::hour);

        static Key of(AccountRegion scope, OpenFindings count) {
            return new Key(scope, count.at().truncatedTo(ChronoUnit.HOURS));
        }

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private record Row(AccountRegion scope, OpenFindings count) {}

    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public void put(Tx tx, AccountRegion scope, OpenFindings count) {
        rows.put(tx, Key.of(scope, count), new Row(scope, count));
    }

    @Override
    public List<OpenFindings> between(Tx tx, AccountRegion scope, Instant from, Instant to) {
        return all(tx, scope, count -> !count.at().isBefore(from) && !count.at().isAfter(to));
    }

    @Override
    public void removeBefore(Tx tx, AccountRegion scope, Instant moment) {
        remove(tx, scope, count -> count.at().isBefore(moment));
    }

    @Override
    public void removeAll(Tx tx, AccountRegion scope) {
        remove(tx, scope, count -> true);
    }

    private void remove(Tx tx, AccountRegion scope, Predicate<OpenFindings> condition) {
        all(tx, scope, condition).forEach(count -> rows.remove(tx, Key.of(scope, count)));
    }

    private List<OpenFindings> all(Tx tx, AccountRegion scope, Predicate<OpenFindings> condition) {
        return rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::count)
                .filter(condition)
                .toList();
    }
}
