// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.subscription;

import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds the subscribers of a topic.
 *
 * <p>Any number of threads may ask while one at a time changes; callers serialise the changes. Filters without
 * wildcards live in a hash table; the others in a tree with one node per level, in which {@code +} and {@code #} are
 * children like any other. An answer is remembered together with the generation of the table it was computed from, and
 * forgotten when the table has moved on.
 *
 * @param <S> a subscriber, compared by {@code equals}
 */
public final class SubscriptionTrie<S> {
    /** Enough for the topics in use on a busy node; beyond it everything is forgotten, which bounds the memory. */
    private static final int REMEMBERED = 65_536;

    private final Map<String, SubscriptionNode<S>> exact = new ConcurrentHashMap<>();
    private final SubscriptionNode<S> root = new SubscriptionNode<>();
    private final Map<String, Answer<S>> answers = new ConcurrentHashMap<>();
    private final AtomicLong generation = new AtomicLong();

    private record Answer<S>(long generation, Recipients<S> recipients) {}

    /** Adds the subscription, or replaces the subscriber's one with the same filter. */
    public void add(S subscriber, Subscription subscription) {
        TopicFilter filter = subscription.filter();
        nodeFor(filter).members(filter.group()).put(subscriber, subscription);
        generation.incrementAndGet();
    }

    /** Removes the subscriber's subscription with this filter; answers whether there was one. */
    public boolean remove(S subscriber, TopicFilter filter) {
        boolean removed = filter.isExact()
                ? removeExact(subscriber, filter)
                : root.remove(filter.pattern().split("/", -1), 0, filter.group(), subscriber);
        generation.incrementAndGet();
        return removed;
    }

    /** Changes whenever the answer for some topic may have changed. */
    public long generation() {
        return generation.get();
    }

    /** Whether nobody subscribes to anything. */
    public boolean isEmpty() {
        return exact.isEmpty() && root.isEmpty();
    }

    /** Everybody a message on this topic goes to. */
    public Recipients<S> recipients(TopicName topic) {
        long current = generation.get();
        Answer<S> known = answers.get(topic.value());
        if (known != null && known.generation == current) {
            return known.recipients;
        }
        var fresh = new Answer<>(current, find(topic));
        if (answers.size() >= REMEMBERED) {
            answers.clear();
        }
        answers.put(topic.value(), fresh);
        return fresh.recipients;
    }

    /** As {@link #recipients}, without remembering the answer. */
    public Recipients<S> find(TopicName topic) {
        var collected = new Collected<S>(new LinkedHashMap<>(), new ArrayList<>());
        collected.addAll(exact.get(topic.value()));
        collect(root, topic.value(), 0, collected);
        return new Recipients<>(List.copyOf(collected.direct.values()), collected.groups);
    }

    private SubscriptionNode<S> nodeFor(TopicFilter filter) {
        if (filter.isExact()) {
            return exact.computeIfAbsent(filter.pattern(), _ -> new SubscriptionNode<>());
        }
        SubscriptionNode<S> node = root;
        for (String level : filter.pattern().split("/", -1)) {
            node = node.child(level);
        }
        return node;
    }

    private boolean removeExact(S subscriber, TopicFilter filter) {
        SubscriptionNode<S> node = exact.get(filter.pattern());
        if (node == null) {
            return false;
        }
        boolean removed = node.removeMember(filter.group(), subscriber);
        if (node.isEmpty()) {
            exact.remove(filter.pattern());
        }
        return removed;
    }

    /** Adds what matches the levels of the topic from {@code start} on; past the end there is no level left. */
    private static <S> void collect(SubscriptionNode<S> node, String topic, int start, Collected<S> into) {
        if (start > topic.length()) {
            into.addAll(node);
            return;
        }
        int slash = topic.indexOf('/', start);
        int end = slash < 0 ? topic.length() : slash;
        SubscriptionNode<S> same = node.childOrNull(topic.substring(start, end));
        if (same != null) {
            collect(same, topic, end + 1, into);
        }
        if (start == 0 && topic.charAt(0) == '$') {
            return;
        }
        SubscriptionNode<S> any = node.childOrNull("+");
        if (any != null) {
            collect(any, topic, end + 1, into);
        }
        into.addAll(node.childOrNull("#"));
    }

    private record Collected<S>(Map<S, Recipient<S>> direct, List<List<Recipient<S>>> groups) {
        void addAll(@Nullable SubscriptionNode<S> node) {
            if (node == null) {
                return;
            }
            node.members(null)
                    .forEach((subscriber, subscription) ->
                            direct.merge(subscriber, Recipient.of(subscriber, subscription), Recipient::and));
            for (Map<S, Subscription> group : node.groups()) {
                var members = new ArrayList<Recipient<S>>(group.size());
                group.forEach((subscriber, subscription) -> members.add(Recipient.of(subscriber, subscription)));
                if (!members.isEmpty()) {
                    groups.add(List.copyOf(members));
                }
            }
        }
    }
}
