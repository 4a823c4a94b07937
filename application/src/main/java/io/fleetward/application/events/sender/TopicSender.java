// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.events.sender;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.events.delivery.SendOutcome;
import io.fleetward.application.events.delivery.TargetSender.Letter;
import io.fleetward.application.notification.MessageDraft;
import io.fleetward.application.notification.TopicPublishing;

/** Publishes letters to notification topics. Thread-safe. */
public final class TopicSender {
    private final TopicPublishing publishing;

    public TopicSender(TopicPublishing publishing) {
        this.publishing = publishing;
    }

    SendOutcome send(Letter letter, String topicArn) {
        try {
            String id = publishing.publish(letter.event().rule().scope(), topicArn, MessageDraft.of(letter.text()));
            return new SendOutcome.Delivered("message " + id);
        } catch (ApiException refusal) {
            return new SendOutcome.Refused(refusal.code().wireName(), refusal.text());
        }
    }
}
