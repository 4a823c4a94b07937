// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a topic has to tell its endpoints.
 *
 * <p>Immutable.
 *
 * @param id a UUID
 * @param topic the topic's name
 * @param isPerProtocol whether the text is a JSON object with a text for each protocol and one by {@code default}
 */
public record TopicMessage(
        AccountRegion scope,
        String id,
        Kind kind,
        String topic,
        @Nullable String subject,
        String text,
        boolean isPerProtocol,
        SequencedMap<String, MessageAttribute> attributes,
        Instant publishedAt) {
    public TopicMessage {
        attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
    }

    /** Why it is sent. */
    public enum Kind {
        NOTIFICATION("Notification"),
        SUBSCRIPTION_CONFIRMATION("SubscriptionConfirmation"),
        UNSUBSCRIBE_CONFIRMATION("UnsubscribeConfirmation");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    /** A message of the service itself, which has neither subject nor attributes. */
    static TopicMessage ofService(Subscription subscription, String id, Kind kind, String text, Instant now) {
        return new TopicMessage(
                subscription.scope(), id, kind, subscription.topic(), null, text, false, new LinkedHashMap<>(), now);
    }

    /** A message that was published. */
    static TopicMessage published(Topic topic, String id, MessageDraft draft, Instant now) {
        Map<String, MessageAttribute> attributes = draft.attributes();
        return new TopicMessage(
                topic.scope(),
                id,
                Kind.NOTIFICATION,
                topic.name(),
                draft.subject(),
                draft.text(),
                draft.isPerProtocol(),
                new LinkedHashMap<>(attributes),
                now);
    }
}
