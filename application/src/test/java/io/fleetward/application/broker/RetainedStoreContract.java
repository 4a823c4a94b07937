// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.broker.RetainedStore.RetainedTopic;
import io.fleetward.application.store.Transactions;
import io.fleetward.broker.message.Message;
import io.fleetward.broker.message.MessageProperties;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every store of retained messages promises. */
public abstract class RetainedStoreContract {
    private static final AccountRegion HERE = AccountRegion.of("000000000000", "us-east-1");
    private static final AccountRegion THERE = AccountRegion.of("111111111111", "us-east-1");

    protected abstract Transactions transactions();

    protected abstract RetainedStore store();

    @Test
    void keepsTheLastMessageOfATopic() {
        put(HERE, "a", "first", 0);
        put(HERE, "a", "second", 1);
        RetainedMessage found = Objects.requireNonNull(find(HERE, "a"));
        assertThat(found.message().payload()).isEqualTo("second".getBytes(StandardCharsets.UTF_8));
        assertThat(found.message().qos()).isEqualTo(1);
        assertThat(found.message().isRetain()).isTrue();
        assertThat(found.modifiedAt()).isEqualTo(42);
        assertThat(found.message().properties().contentType()).isEqualTo("text/plain");
    }

    @Test
    void keepsAccountsApart() {
        put(HERE, "a", "x", 0);
        assertThat(find(THERE, "a")).isNull();
        assertThat(list(THERE, PageRequest.first(10)).items()).isEmpty();
    }

    @Test
    void forgetsWhatIsRemoved() {
        put(HERE, "a", "x", 0);
        boolean first = transactions().write(tx -> store().remove(tx, HERE, new TopicName("a")));
        boolean second = transactions().write(tx -> store().remove(tx, HERE, new TopicName("a")));
        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(find(HERE, "a")).isNull();
    }

    @Test
    void listsTopicsInOrderPageByPage() {
        for (String topic : List.of("b", "a", "c", "A")) {
            put(HERE, topic, "x", 0);
        }
        Page<RetainedMessage> first = list(HERE, PageRequest.first(3));
        assertThat(topics(first)).containsExactly("A", "a", "b");
        Page<RetainedMessage> second = list(HERE, new PageRequest(3, first.next()));
        assertThat(topics(second)).containsExactly("c");
        assertThat(second.next()).isNull();
    }

    @Test
    void knowsAllTopicsOfAllAccounts() {
        put(HERE, "a", "x", 0);
        put(THERE, "a", "x", 0);
        assertThat(transactions().read(store()::topics))
                .containsExactly(
                        new RetainedTopic(HERE, new TopicName("a")), new RetainedTopic(THERE, new TopicName("a")));
    }

    private void put(AccountRegion scope, String topic, String payload, int qos) {
        var properties = new MessageProperties(null, "text/plain", null, null, List.of());
        var message = new Message(
                new TopicName(topic), payload.getBytes(StandardCharsets.UTF_8), qos, true, properties, Message.NEVER);
        transactions().change(tx -> store().put(tx, scope, new RetainedMessage(message, 42)));
    }

    private @Nullable RetainedMessage find(AccountRegion scope, String topic) {
        return transactions().read(tx -> store().find(tx, scope, new TopicName(topic)));
    }

    private Page<RetainedMessage> list(AccountRegion scope, PageRequest page) {
        return transactions().read(tx -> store().list(tx, scope, page));
    }

    private static List<String> topics(Page<RetainedMessage> page) {
        return page.items().stream()
                .map(retained -> retained.message().topic().value())
                .toList();
    }
}
