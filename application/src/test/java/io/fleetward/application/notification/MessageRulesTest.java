// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageRulesTest {
    private static final MessageDraft TEXT = MessageDraft.of("text");

    @Test
    void takesTheLargestMessageAndNoLarger() {
        String most = "a".repeat(MessageRules.MOST_BYTES);

        assertThatCode(() -> MessageRules.check(MessageDraft.of(most))).doesNotThrowAnyException();
        refuses(MessageDraft.of(most + "a"), "Message too long");
        refuses(MessageDraft.of("ä".repeat(MessageRules.MOST_BYTES / 2 + 1)), "Message too long");
        refuses(MessageDraft.of(most).with(Map.of("a", new MessageAttribute("String", "b"))), "Message too long");
        refuses(MessageDraft.of(""), "Empty message");
    }

    @Test
    void takesSubjectsOfOneLine() {
        assertThatCode(() -> MessageRules.check(TEXT.about("It's 5 o'clock!"))).doesNotThrowAnyException();
        assertThatCode(() -> MessageRules.check(TEXT.about("a".repeat(100)))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a\nb", "ä", "a\u0000"})
    void refusesOtherSubjects(String subject) {
        refuses(TEXT.about(subject), "Subject");
        refuses(TEXT.about("a".repeat(101)), "Subject");
    }

    @ParameterizedTest
    @CsvSource({
        "a.b-c_D, String, x, true",
        "n, Number, 1, true",
        "l, String.Array, [], true",
        ".a, String, x, false",
        "a..b, String, x, false",
        "AWS.a, String, x, false",
        "a b, String, x, false",
        "a, Text, x, false",
        "a, String, '', false"
    })
    void checksAttributes(String name, String type, String value, boolean isFine) {
        MessageDraft draft = TEXT.with(Map.of(name, new MessageAttribute(type, value)));

        if (isFine) {
            assertThatCode(() -> MessageRules.check(draft)).doesNotThrowAnyException();
        } else {
            refuses(draft, "MessageAttributes Reason: ");
        }
    }

    @Test
    void wantsADefaultAmongTextsByProtocol() {
        assertThatCode(() -> MessageRules.check(
                        MessageDraft.of("{\"default\":\"a\"}").perProtocol()))
                .doesNotThrowAnyException();
        refuses(TEXT.perProtocol(), "failed to parse");
        refuses(MessageDraft.of("{\"http\":\"a\"}").perProtocol(), "No default entry");
        refuses(MessageDraft.of("[]").perProtocol(), "No default entry");
    }

    private static void refuses(MessageDraft draft, String message) {
        assertThatThrownBy(() -> MessageRules.check(draft))
                .isInstanceOf(ApiException.class)
                .hasMessageStartingWith("Invalid parameter: ")
                .hasMessageContaining(message);
    }
}
