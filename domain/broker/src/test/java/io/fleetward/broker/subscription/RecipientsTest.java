// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.broker.subscription.SubscriptionRequest.RetainHandling;
import io.fleetward.kernel.topic.TopicFilter;
import io.fleetward.kernel.topic.TopicName;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client gets whose filters overlap. */
class RecipientsTest {
    private final SubscriptionTrie<String> trie = new SubscriptionTrie<>();

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, false, false"})
    void leavesOutOwnMessagesOnlyIfEveryFilterDoes(boolean first, boolean second, boolean leftOut) {
        trie.add("c", new Subscription(filter("a/+"), 0, first, false));
        trie.add("c", new Subscription(filter("a/b"), 0, second, false));
        assertThat(onlyRecipient().noLocal()).isEqualTo(leftOut);
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, true", "false, false, false"})
    void keepsTheRetainMarkIfAnyFilterDoes(boolean first, boolean second, boolean kept) {
        trie.add("c", new Subscription(filter("a/+"), 0, false, first));
        trie.add("c", new Subscription(filter("a/b"), 0, false, second));
        assertThat(onlyRecipient().retainAsPublished()).isEqualTo(kept);
    }

    @Test
    void areNobodyWithoutSubscribersAndSharingGroups() {
        assertThat(recipients().isEmpty()).isTrue();
        trie.add("c", Subscription.of(filter("$share/g/a/b"), 0));
        assertThat(recipients().direct()).isEmpty();
        assertThat(recipients().isEmpty()).isFalse();
    }

    @Test
    void mayHaveChangedWheneverTheTableHasMovedOn() {
        long before = trie.generation();
        trie.add("c", Subscription.of(filter("a/b"), 0));
        long between = trie.generation();
        trie.remove("c", filter("a/b"));
        assertThat(before).isNotEqualTo(between);
        assertThat(trie.generation()).isNotEqualTo(between);
    }

    @Test
    void areFoundWithTheFlagsOfALineOfAnOldClient() {
        SubscriptionRequest line = SubscriptionRequest.of("a/b", 1);
        assertThat(line)
                .isEqualTo(new SubscriptionRequest("a/b", filter("a/b"), 1, false, false, RetainHandling.ALWAYS));
        assertThat(SubscriptionRequest.of("a/#/b", 1).filter()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void areNeverPromisedMoreThanQualityOne(int qos) {
        assertThatThrownBy(() -> Subscription.of(filter("a"), qos)).isInstanceOf(IllegalArgumentException.class);
    }

    private Recipients<String> recipients() {
        return trie.recipients(new TopicName("a/b"));
    }

    private Recipient<String> onlyRecipient() {
        assertThat(recipients().direct()).hasSize(1);
        return recipients().direct().getFirst();
    }

    private static TopicFilter filter(String text) {
        return Objects.requireNonNull(TopicFilter.parse(text), text);
    }
}
