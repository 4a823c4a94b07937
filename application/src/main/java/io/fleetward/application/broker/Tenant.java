// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.subscription.Recipients;
import io.fleetward.broker.subscription.Subscription;
import io.fleetward.broker.subscription.SubscriptionTrie;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What clients of one account and region share: the subscriptions and the knowledge of which topics hold a retained
 * message. Thread-safe; nothing of one tenant is reachable from another.
 */
final class Tenant {
    private final AccountRegion scope;
    private final SubscriptionTrie<ClientSession> trie = new SubscriptionTrie<>();
    private final ReentrantLock changing = new ReentrantLock();
    private final Set<TopicName> retained = ConcurrentHashMap.newKeySet();

    Tenant(AccountRegion scope) {
        this.scope = scope;
    }

    AccountRegion scope() {
        return scope;
    }

    void subscribe(ClientSession session, Collection<Subscription> subscriptions) {
        changing.lock();
        try {
            subscriptions.forEach(subscription -> trie.add(session, subscription));
        } finally {
            changing.unlock();
        }
    }

    void unsubscribe(ClientSession session, Collection<TopicFilter> filters) {
        changing.lock();
        try {
            filters.forEach(filter -> trie.remove(session, filter));
        } finally {
            changing.unlock();
        }
    }

    /** Changes whenever the recipients of some topic may have changed. */
    long generation() {
        return trie.generation();
    }

    Recipients<ClientSession> recipients(TopicName topic) {
        return trie.recipients(topic);
    }

    /** As {@link #recipients} for a topic that is hardly going to be asked for again. */
    Recipients<ClientSession> recipientsOnce(TopicName topic) {
        return trie.find(topic);
    }

    /** The topics that hold a retained message. */
    Set<TopicName> retained() {
        return retained;
    }
}
