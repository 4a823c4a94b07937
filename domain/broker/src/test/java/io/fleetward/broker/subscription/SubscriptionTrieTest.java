// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.kernel.topic.RandomTopics;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import io.fleetward.testkit.Seed;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SubscriptionTrieTest {
    private final SubscriptionTrie<String> trie = new SubscriptionTrie<>();

    @Test
    void findsExactAndWildcardSubscribers() {
        add("exact", "a/b", 0);
        add("one", "a/+", 0);
        add("rest", "a/#", 0);
        add("other", "a/c", 0);
        assertThat(subscribersOf("a/b")).containsExactlyInAnyOrder("exact", "one", "rest");
    }

    @Test
    void deliversOnceWithTheHighestQosOfAllMatchingFilters() {
        add("client", "a/+", 0);
        add("client", "a/b", 1);
        assertThat(trie.recipients(new TopicName("a/b")).direct())
                .containsExactly(new Recipient<>("client", 1, false, false));
    }

    @Test
    void keepsOwnMessagesOutOnlyWhenEveryFilterDoes() {
        trie.add("client", new Subscription(filter("a/+"), 0, true, false));
        trie.add("client", new Subscription(filter("a/b"), 0, false, true));
        assertThat(trie.recipients(new TopicName("a/b")).direct())
                .containsExactly(new Recipient<>("client", 0, false, true));
    }

    @Test
    void replacesASubscriptionWithTheSameFilter() {
        add("client", "a", 1);
        add("client", "a", 0);
        assertThat(trie.recipients(new TopicName("a")).direct())
                .containsExactly(new Recipient<>("client", 0, false, false));
    }

    @Test
    void keepsSharingGroupsApartFromEachOtherAndFromOrdinarySubscribers() {
        add("x", "$share/g/a", 1);
        add("y", "$share/g/a", 1);
        add("x", "$share/h/a", 0);
        add("x", "a", 0);
        Recipients<String> found = trie.recipients(new TopicName("a"));
        assertThat(found.direct()).extracting(Recipient::subscriber).containsExactly("x");
        assertThat(found.groups()).hasSize(2);
        assertThat(found.groups()).anySatisfy(group -> assertThat(group).hasSize(2));
    }

    @Test
    void forgetsARememberedAnswerWhenSubscriptionsChange() {
        assertThat(subscribersOf("a")).isEmpty();
        add("late", "a", 0);
        assertThat(subscribersOf("a")).containsExactly("late");
        assertThat(trie.remove("late", filter("a"))).isTrue();
        assertThat(subscribersOf("a")).isEmpty();
        assertThat(trie.remove("late", filter("a"))).isFalse();
    }

    @Test
    void agreesWithMatchingEverySubscriptionOneByOne() {
        Seed seed = Seed.current();
        RandomGenerator random = seed.generator();
        Map<String, Map<TopicFilter, Subscription>> model = new HashMap<>();
        for (int step = 0; step < 5_000; step++) {
            String client = "c" + random.nextInt(6);
            TopicFilter filter = filter((random.nextInt(4) == 0 ? "$share/g/" : "") + RandomTopics.filter(random));
            if (random.nextInt(3) > 0) {
                Subscription subscription = Subscription.of(filter, random.nextInt(2));
                trie.add(client, subscription);
                model.computeIfAbsent(client, _ -> new HashMap<>()).put(filter, subscription);
            } else {
                boolean known = model.getOrDefault(client, new HashMap<>()).remove(filter) != null;
                assertThat(trie.remove(client, filter)).as("%s", seed).isEqualTo(known);
            }
            TopicName topic = new TopicName(RandomTopics.name(random));
            Recipients<String> found = trie.recipients(topic);
            assertThat(directOf(found)).as("%s %s", seed, topic).isEqualTo(directOf(model, topic));
            assertThat(groupsOf(found)).as("%s %s", seed, topic).isEqualTo(groupsOf(model, topic));
        }
    }

    @Test
    void keepsNothingOnceEverybodyHasLeft() {
        add("a", "x/+/y/#", 0);
        add("b", "x/y", 0);
        add("c", "$share/g/x/+", 0);
        trie.remove("a", filter("x/+/y/#"));
        trie.remove("b", filter("x/y"));
        trie.remove("c", filter("$share/g/x/+"));
        assertThat(trie.isEmpty()).isTrue();
    }

    private static Map<String, Integer> directOf(Recipients<String> found) {
        var result = new TreeMap<String, Integer>();
        found.direct().forEach(recipient -> result.put(recipient.subscriber(), recipient.qos()));
        return result;
    }

    private static Map<String, Integer> directOf(Map<String, Map<TopicFilter, Subscription>> model, TopicName topic) {
        var result = new TreeMap<String, Integer>();
        model.forEach((client, subscriptions) -> subscriptions.values().stream()
                .filter(s -> !s.filter().isShared() && s.filter().matches(topic))
                .forEach(s -> result.merge(client, s.qos(), Math::max)));
        return result;
    }

    private static List<Set<String>> groupsOf(Recipients<String> found) {
        return found.groups().stream()
                .map(group -> group.stream()
                        .map(Recipient::subscriber)
                        .collect(Collectors.<String, Set<String>>toCollection(TreeSet::new)))
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    private static List<Set<String>> groupsOf(Map<String, Map<TopicFilter, Subscription>> model, TopicName topic) {
        var byFilter = new HashMap<TopicFilter, Set<String>>();
        model.forEach((client, subscriptions) -> subscriptions.keySet().stream()
                .filter(filter -> filter.isShared() && filter.matches(topic))
                .forEach(filter ->
                        byFilter.computeIfAbsent(filter, _ -> new TreeSet<>()).add(client)));
        return byFilter.values().stream()
                .sorted(Comparator.comparing(Object::toString))
                .toList();
    }

    private void add(String client, String filter, int qos) {
        trie.add(client, Subscription.of(filter(filter), qos));
    }

    private List<String> subscribersOf(String topic) {
        return trie.recipients(new TopicName(topic)).direct().stream()
                .map(Recipient::subscriber)
                .toList();
    }

    private static TopicFilter filter(String text) {
        return Objects.requireNonNull(TopicFilter.parse(text), text);
    }
}
