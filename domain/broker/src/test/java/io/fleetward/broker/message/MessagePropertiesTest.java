// SPDX-License-Identifier: Apache-2.0
package io.fleetward.broker.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.broker.message.MessageProperties.UserProperty;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagePropertiesTest {
    static Stream<MessageProperties> eachAlone() {
        return Stream.of(
                new MessageProperties(0, null, null, null, List.of()),
                new MessageProperties(null, "text/plain", null, null, List.of()),
                new MessageProperties(null, null, "answers", null, List.of()),
                new MessageProperties(null, null, null, "00", List.of()),
                new MessageProperties(null, null, null, null, List.of(new UserProperty("a", ""))));
    }

    @ParameterizedTest
    @MethodSource("eachAlone")
    void hasSomethingToForwardWithAnyOneProperty(MessageProperties properties) {
        assertThat(properties.isEmpty()).isFalse();
    }

    @Test
    void hasNothingToForwardWithNone() {
        assertThat(MessageProperties.NONE.isEmpty()).isTrue();
        assertThat(MessageProperties.NONE.correlationBytes()).isNull();
    }

    @Test
    void givesTheCorrelationDataAsItCame() {
        var properties = new MessageProperties(null, null, null, "00ff7f", List.of());
        assertThat(properties.correlationBytes()).containsExactly(0x00, 0xff, 0x7f);
    }
}
