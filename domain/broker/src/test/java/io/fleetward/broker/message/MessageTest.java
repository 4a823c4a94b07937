// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.broker.message.MessageProperties.UserProperty;
import io.fleetward.kernel.topic.TopicName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTest {
    private static final TopicName TOPIC = new TopicName("pumps/7");

    @ParameterizedTest
    @ValueSource(ints = {-1, 2})
    void knowsNoOtherQualityOfServiceThanZeroAndOne(int qos) {
        assertThatThrownBy(() -> Message.of(TOPIC, new byte[0], qos, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(qos));
    }

    @Test
    void expiresAtItsInstantAndNotBefore() {
        var message = new Message(TOPIC, new byte[0], 1, false, MessageProperties.NONE, 1_000);
        assertThat(message.isExpired(999)).isFalse();
        assertThat(message.isExpired(1_000)).isTrue();
        assertThat(message.isExpired(1_001)).isTrue();
    }

    @Test
    void liesAroundForeverUnlessToldOtherwise() {
        assertThat(Message.of(TOPIC, new byte[0], 0, false).isExpired(Long.MAX_VALUE - 1))
                .isFalse();
    }

    @Test
    void changesTheRetainMarkAndNothingElse() {
        var properties =
                new MessageProperties(1, "text/plain", "answers", "0a", List.of(new UserProperty("name", "value")));
        byte[] payload = {1, 2, 3};
        var kept = new Message(TOPIC, payload, 1, true, properties, 7);
        Message live = kept.withRetain(false);
        assertThat(live)
                .extracting(
                        Message::isRetain,
                        Message::topic,
                        Message::payload,
                        Message::qos,
                        Message::properties,
                        Message::expiresAt)
                .containsExactly(false, TOPIC, payload, 1, properties, 7L);
        assertThat(kept.withRetain(true)).isSameAs(kept);
    }

    @Test
    void isAnotherMessageThanOneThatLooksTheSame() {
        byte[] payload = {1};
        var one = Message.of(TOPIC, payload, 1, false);
        assertThat(List.of(one)).contains(one).doesNotContain(Message.of(TOPIC, payload, 1, false));
    }

    @Test
    void printsWithoutItsPayload() {
        byte[] payload = "the code is 4711".getBytes(StandardCharsets.UTF_8);
        assertThat(Message.of(TOPIC, payload, 1, false).toString())
                .contains("pumps/7", "16 bytes")
                .doesNotContain("4711");
    }
}
