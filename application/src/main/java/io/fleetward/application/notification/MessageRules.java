// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static io.fleetward.application.notification.TopicNames.invalid;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Refuses messages that cannot be published (hub, SNS). */
final class MessageRules {
    /** Text, names and values of attributes together. */
    static final int MOST_BYTES = 256 * 1024;

    private static final Pattern SUBJECT = Pattern.compile("[!-~][ -~]{0,99}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");
    private static final int LONGEST_NAME = 256;
    private static final Set<String> RESERVED = Set.of("aws.", "amazon.");
    private static final Set<String> TYPES = Set.of("String", "Number", "Binary", "String.Array");

    private MessageRules() {}

    static void check(MessageDraft draft) {
        if (draft.text().isEmpty()) {
            throw invalid("Empty message");
        }
        String subject = draft.subject();
        if (subject != null && !SUBJECT.matcher(subject).matches()) {
            throw invalid("Subject");
        }
        int bytes = draft.text().getBytes(StandardCharsets.UTF_8).length;
        for (var attribute : draft.attributes().entrySet()) {
            bytes += check(attribute.getKey(), attribute.getValue());
        }
        if (bytes > MOST_BYTES) {
            throw invalid("Message too long");
        }
        if (draft.isPerProtocol()) {
            checkPerProtocol(draft.text());
        }
    }

    /** Answers how many bytes the attribute counts. */
    private static int check(String name, MessageAttribute attribute) {
        boolean isReserved = RESERVED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::startsWith);
        if (name.length() > LONGEST_NAME || isReserved || !NAME.matcher(name).matches()) {
            throw invalid("MessageAttributes Reason: not the name of a message attribute: " + name);
        }
        if (!TYPES.contains(attribute.dataType())) {
            throw invalid("MessageAttributes Reason: the data type of " + name + " must be String, String.Array, Number"
                    + " or Binary: " + attribute.dataType());
        }
        if (attribute.value().isEmpty()) {
            throw invalid("MessageAttributes Reason: the value of " + name + " must not be empty");
        }
        return name.length()
                + attribute.dataType().length()
                + attribute.value().getBytes(StandardCharsets.UTF_8).length;
    }

    private static void checkPerProtocol(String text) {
        JsonNode texts;
        try {
            texts = JsonMapper.shared().readTree(text);
        } catch (JacksonException notJson) {
            throw invalid("Message Structure - JSON message body failed to parse");
        }
        if (!texts.path("default").isString()) {
            throw invalid("Message Structure - No default entry in JSON message body");
        }
    }
}
