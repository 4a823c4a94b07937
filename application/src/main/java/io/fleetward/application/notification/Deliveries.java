// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountId;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps messages until every subscription has got them or was given up. Thread-safe. */
public interface Deliveries {
    /** Who has enough to do and is to be passed over. Immutable. */
    record Busy(Set<String> subscriptions, Set<AccountId> accounts) {
        public Busy {
            subscriptions = Set.copyOf(subscriptions);
            accounts = Set.copyOf(accounts);
        }
    }

    /** Keeps the message for these subscriptions, at least one, each to be served from the instant on. */
    void add(Tx tx, TopicMessage message, Collection<String> subscriptions, Instant dueAt);

    /** What is due, the longest due first, passing over whoever is busy. */
    List<Delivery> due(Tx tx, Instant now, Busy busy, int limit);

    /** When the next becomes due after this instant; null when none does. */
    @Nullable
    Instant nextDueAfter(Tx tx, Instant now);

    /** The message of a delivery that is kept, or null. */
    @Nullable
    TopicMessage message(Tx tx, AccountRegion scope, String id);

    /** Notes that an attempt failed and when the next one is to be made. */
    void postpone(Tx tx, Delivery delivery, Instant dueAt);

    /** Forgets the delivery, and the message with the last one; nothing happens when it is not there. */
    void remove(Tx tx, Delivery delivery);

    /** How many deliveries the subscription waits for; counts no further than the limit. */
    int waiting(Tx tx, AccountRegion scope, String subscription, int limit);
}
