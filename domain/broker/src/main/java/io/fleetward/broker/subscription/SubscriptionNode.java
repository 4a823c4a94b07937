// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.subscription;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The subscribers whose filters end at one place of the trie, and the places below it. Same concurrency as the trie. */
final class SubscriptionNode<S> {
    private final Map<String, SubscriptionNode<S>> children = new ConcurrentHashMap<>();
    private final Map<S, Subscription> members = new ConcurrentHashMap<>();
    private final Map<String, Map<S, Subscription>> groups = new ConcurrentHashMap<>();

    SubscriptionNode<S> child(String level) {
        return children.computeIfAbsent(level, _ -> new SubscriptionNode<>());
    }

    @Nullable
    SubscriptionNode<S> childOrNull(String level) {
        return children.get(level);
    }

    /** The members of the sharing group, or those that share with nobody. */
    Map<S, Subscription> members(@Nullable String group) {
        return group == null ? members : groups.computeIfAbsent(group, _ -> new ConcurrentHashMap<>());
    }

    Collection<Map<S, Subscription>> groups() {
        return groups.values();
    }

    /** Removes a subscriber below this node along the levels and whatever is empty afterwards. */
    boolean remove(String[] levels, int depth, @Nullable String group, S subscriber) {
        if (depth == levels.length) {
            return removeMember(group, subscriber);
        }
        SubscriptionNode<S> child = children.get(levels[depth]);
        if (child == null) {
            return false;
        }
        boolean removed = child.remove(levels, depth + 1, group, subscriber);
        if (child.isEmpty()) {
            children.remove(levels[depth]);
        }
        return removed;
    }

    boolean removeMember(@Nullable String group, S subscriber) {
        boolean removed = members(group).remove(subscriber) != null;
        if (group != null && members(group).isEmpty()) {
            groups.remove(group);
        }
        return removed;
    }

    boolean isEmpty() {
        return children.isEmpty() && members.isEmpty() && groups.isEmpty();
    }
}
