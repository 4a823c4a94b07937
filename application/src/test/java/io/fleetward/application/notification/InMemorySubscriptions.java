// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.notification.Subscription.State;
import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Subscriptions in memory. Thread-safe. */
public final class InMemorySubscriptions implements Subscriptions {
    private record Key(AccountRegion scope, String id) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::scope).thenComparing(Key::id).compare(this, other);
        }
    }

    private final InMemoryTable<Key, Subscription> rows = new InMemoryTable<>();

    @Override
    public @Nullable Subscription find(Tx tx, AccountRegion scope, String id) {
        return rows.get(tx, new Key(scope, id));
    }

    @Override
    public @Nullable Subscription find(Tx tx, AccountRegion scope, String topic, Recipient endpoint) {
        return of(tx, scope, topic).stream()
                .filter(subscription -> subscription.endpoint().equals(endpoint))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void put(Tx tx, Subscription subscription) {
        rows.put(tx, new Key(subscription.scope(), subscription.id()), subscription);
    }

    @Override
    public void remove(Tx tx, AccountRegion scope, String id) {
        rows.remove(tx, new Key(scope, id));
    }

    @Override
    public List<Subscription> of(Tx tx, AccountRegion scope, String topic) {
        return rows.all(tx).stream()
                .filter(subscription -> subscription.scope().equals(scope)
                        && subscription.topic().equals(topic))
                .toList();
    }

    @Override
    public Page<Subscription> list(Tx tx, AccountRegion scope, PageRequest page) {
        String after = page.after();
        return Page.cut(
                rows.all(tx).stream()
                        .filter(subscription -> subscription.scope().equals(scope))
                        .filter(subscription -> subscription.state() != State.DELETED)
                        .filter(subscription ->
                                after == null || subscription.id().compareTo(after) > 0)
                        .toList(),
                page.limit(),
                Subscription::id);
    }

    @Override
    public int removeUnconfirmedSince(Tx tx, Instant invitedBefore, int limit) {
        List<Subscription> old = rows.all(tx).stream()
                .filter(subscription -> subscription.state() != State.CONFIRMED)
                .filter(subscription -> subscription.invitedAt().isBefore(invitedBefore))
                .limit(limit)
                .toList();
        old.forEach(subscription -> remove(tx, subscription.scope(), subscription.id()));
        return old.size();
    }
}
