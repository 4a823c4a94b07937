// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.topic.TopicName;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Retained messages in memory. */
public final class InMemoryRetainedStore implements RetainedStore {
    private record Place(AccountRegion scope, String topic) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return Comparator.comparing(Place::scope)
                    .thenComparing(Place::topic)
                    .compare(this, other);
        }
    }

    private record Row(AccountRegion scope, RetainedMessage retained) {}

    private final InMemoryTable<Place, Row> rows = new InMemoryTable<>();

    @Override
    public @Nullable RetainedMessage find(Tx tx, AccountRegion scope, TopicName topic) {
        Row row = rows.get(tx, new Place(scope, topic.value()));
        return row == null ? null : row.retained();
    }

    @Override
    public void put(Tx tx, AccountRegion scope, RetainedMessage retained) {
        rows.put(tx, new Place(scope, retained.message().topic().value()), new Row(scope, retained));
    }

    @Override
    public boolean remove(Tx tx, AccountRegion scope, TopicName topic) {
        return rows.remove(tx, new Place(scope, topic.value()));
    }

    @Override
    public Page<RetainedMessage> list(Tx tx, AccountRegion scope, PageRequest page) {
        String after = page.after();
        List<RetainedMessage> read = rows.all(tx).stream()
                .filter(row -> row.scope().equals(scope))
                .map(Row::retained)
                .filter(retained ->
                        after == null || retained.message().topic().value().compareTo(after) > 0)
                .limit(page.limit() + 1L)
                .toList();
        return Page.cut(
                read, page.limit(), retained -> retained.message().topic().value());
    }

    @Override
    public List<RetainedTopic> topics(Tx tx) {
        return rows.all(tx).stream()
                .map(row ->
                        new RetainedTopic(row.scope(), row.retained().message().topic()))
                .toList();
    }
}
