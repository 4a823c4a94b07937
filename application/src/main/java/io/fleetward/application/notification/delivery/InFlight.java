// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import io.fleetward.application.notification.Deliveries.Busy;
import io.fleetward.application.notification.Delivery;
import io.fleetward.kernel.AccountId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The deliveries that are being attempted, and who has as many of them as is fair: an endpoint that does not answer
 * holds up few attempts, so that the others go on.
 *
 * <p>Thread-safe.
 */
final class InFlight {
    static final int MOST = 64;
    static final int MOST_PER_ACCOUNT = 32;
    static final int MOST_PER_SUBSCRIPTION = 4;

    private final Set<Key> keys = new HashSet<>();
    private final Map<String, Integer> bySubscription = new HashMap<>();
    private final Map<AccountId, Integer> byAccount = new HashMap<>();

    private record Key(String messageId, String subscriptionId) {
        static Key of(Delivery delivery) {
            return new Key(delivery.messageId(), delivery.subscriptionId());
        }
    }

    /** Takes the delivery in, unless it is here already or there is no room for it. */
    synchronized boolean add(Delivery delivery) {
        AccountId account = delivery.scope().account();
        boolean hasRoom = keys.size() < MOST
                && bySubscription.getOrDefault(delivery.subscriptionId(), 0) < MOST_PER_SUBSCRIPTION
                && byAccount.getOrDefault(account, 0) < MOST_PER_ACCOUNT;
        if (!hasRoom || !keys.add(Key.of(delivery))) {
            return false;
        }
        bySubscription.merge(delivery.subscriptionId(), 1, Integer::sum);
        byAccount.merge(account, 1, Integer::sum);
        return true;
    }

    synchronized void remove(Delivery delivery) {
        if (keys.remove(Key.of(delivery))) {
            bySubscription.computeIfPresent(delivery.subscriptionId(), (_, count) -> count == 1 ? null : count - 1);
            byAccount.computeIfPresent(delivery.scope().account(), (_, count) -> count == 1 ? null : count - 1);
        }
    }

    synchronized boolean isFull() {
        return keys.size() >= MOST;
    }

    /** Who can have no more attempts for now. */
    synchronized Busy busy() {
        var subscriptions = new HashSet<String>();
        bySubscription.forEach((id, count) -> {
            if (count >= MOST_PER_SUBSCRIPTION) {
                subscriptions.add(id);
            }
        });
        var accounts = new HashSet<AccountId>();
        byAccount.forEach((account, count) -> {
            if (count >= MOST_PER_ACCOUNT) {
                accounts.add(account);
            }
        });
        return new Busy(subscriptions, accounts);
    }
}
