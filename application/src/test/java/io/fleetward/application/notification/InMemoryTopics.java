// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Notification topics in memory. Thread-safe. */
public final class InMemoryTopics implements Topics {
    private record Key(AccountRegion scope, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::scope).thenComparing(Key::name).compare(this, other);
        }
    }

    private final InMemoryTable<Key, Topic> rows = new InMemoryTable<>();

    @Override
    public @Nullable Topic find(Tx tx, AccountRegion scope, String name) {
        return rows.get(tx, new Key(scope, name));
    }

    @Override
    public void put(Tx tx, Topic topic) {
        rows.put(tx, new Key(topic.scope(), topic.name()), topic);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String name) {
        rows.remove(tx, new Key(scope, name));
    }

    @Override
    public Page<Topic> list(Tx tx, AccountRegion scope, PageRequest page) {
        String after = page.after();
        return Page.cut(
                rows.all(tx).stream()
                        .filter(topic -> topic.scope().equals(scope))
                        .filter(topic -> after == null || topic.name().compareTo(after) > 0)
                        .toList(),
                page.limit(),
                Topic::name);
    }
}
