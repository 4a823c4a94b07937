// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A message that is to be published. Immutable.
 *
 * @param isPerProtocol whether the text is a JSON object with a text for each protocol and one by {@code default}
 */
public record MessageDraft(
        String text,
        @Nullable String subject,
        boolean isPerProtocol,
        SequencedMap<String, MessageAttribute> attributes) {
    public MessageDraft {
        attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
    }

    /** A message of nothing but a text. */
    public static MessageDraft of(String text) {
        return new MessageDraft(text, null, false, new LinkedHashMap<>());
    }

    /** The same message with a subject. */
    public MessageDraft about(@Nullable String text) {
        return new MessageDraft(this.text, text, isPerProtocol, attributes);
    }

    /** The same message with these attributes. */
    public MessageDraft with(Map<String, MessageAttribute> told) {
        return new MessageDraft(text, subject, isPerProtocol, new LinkedHashMap<>(told));
    }

    /** The same message, its text being one for each protocol. */
    public MessageDraft perProtocol() {
        return new MessageDraft(text, subject, true, attributes);
    }
}
