// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.InMemoryTable;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Deliveries in memory. Thread-safe. */
public final class InMemoryDeliveries implements Deliveries {
    private record Key(String messageId, String subscriptionId) implements Comparable<Key> {
        static Key of(Delivery delivery) {
            return new Key(delivery.messageId(), delivery.subscriptionId());
        }

        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::messageId)
                    .thenComparing(Key::subscriptionId)
                    .compare(this, other);
        }
    }

    private record Row(Delivery delivery, Instant dueAt) {}

    private final InMemoryTable<String, TopicMessage> messages = new InMemoryTable<>();
    private final InMemoryTable<Key, Row> rows = new InMemoryTable<>();

    @Override
    public void add(Tx tx, TopicMessage message, Collection<String> subscriptions, Instant dueAt) {
        messages.put(tx, message.id(), message);
        for (String subscription : subscriptions) {
            var delivery = new Delivery(message.scope(), message.id(), subscription, 0);
            rows.put(tx, Key.of(delivery), new Row(delivery, dueAt));
        }
    }

    @Override
    public List<Delivery> due(Tx tx, Instant now, Busy busy, int limit) {
        return rows.all(tx).stream()
                .filter(row -> !row.dueAt().isAfter(now))
                .filter(row -> !busy.subscriptions().contains(row.delivery().subscriptionId()))
                .filter(row -> !busy.accounts().contains(row.delivery().scope().account()))
                .sorted(Comparator.comparing(Row::dueAt))
                .map(Row::delivery)
                .limit(limit)
                .toList();
    }

    @Override
    public @Nullable Instant nextDueAfter(Tx tx, Instant now) {
        return rows.all(tx).stream()
                .map(Row::dueAt)
                .filter(dueAt -> dueAt.isAfter(now))
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    @Override
    public @Nullable TopicMessage message(Tx tx, AccountRegion scope, String id) {
        TopicMessage message = messages.get(tx, id);
        return message == null || !message.scope().equals(scope) ? null : message;
    }

    @Override
    public void postpone(Tx tx, Delivery delivery, Instant dueAt) {
        Key key = Key.of(delivery);
        if (rows.get(tx, key) != null) {
            var next = new Delivery(
                    delivery.scope(), delivery.messageId(), delivery.subscriptionId(), delivery.attempts() + 1);
            rows.put(tx, key, new Row(next, dueAt));
        }
    }

    @Override
    public void remove(Tx tx, Delivery delivery) {
        rows.remove(tx, Key.of(delivery));
        boolean isWaitedFor =
                rows.all(tx).stream().anyMatch(row -> row.delivery().messageId().equals(delivery.messageId()));
        if (!isWaitedFor) {
            messages.remove(tx, delivery.messageId());
        }
    }

    @Override
    public int waiting(Tx tx, AccountRegion scope, String subscription, int limit) {
        return (int) rows.all(tx).stream()
                .map(Row::delivery)
                .filter(delivery -> delivery.scope().equals(scope)
                        && delivery.subscriptionId().equals(subscription))
                .limit(limit)
                .count();
    }
}
