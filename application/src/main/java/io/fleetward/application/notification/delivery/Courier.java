// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import io.fleetward.application.notification.Endpoint;
import io.fleetward.application.notification.MailRecipient;
import io.fleetward.application.notification.SignatureVersion;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.TopicMessage;

/** Writes messages in the form of their recipient's protocol and sends them by it. Immutable, thread-safe. */
public record Courier(MessageWriter writer, MessageSender posts, MailSender mails) {
    DeliveryOutcome deliver(TopicMessage message, Subscription subscription, SignatureVersion version) {
        return switch (subscription.endpoint()) {
            case Endpoint endpoint -> posts.send(writer.write(message, subscription, endpoint, version));
            case MailRecipient recipient ->
                mails.send(new MailWriter(writer).write(message, subscription, recipient, version));
        };
    }
}
