// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import io.fleetward.application.notification.MailRecipient;
import io.fleetward.application.notification.SignatureVersion;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.TopicMessage;
import io.fleetward.application.notification.TopicMessage.Kind;

/**
 * Writes messages as the mails in which people get them (hub, SNS).
 *
 * <p>Immutable, thread-safe.
 */
record MailWriter(MessageWriter documents) {
    private static final String LINE = "\n\n--\n";

    /** The message for this subscription. */
    OutgoingMail write(
            TopicMessage message, Subscription subscription, MailRecipient recipient, SignatureVersion version) {
        String text = recipient.isJson()
                ? documents.document(message, subscription, version).toPrettyString()
                : plain(message, subscription);
        String unsubscribe =
                message.kind() == Kind.NOTIFICATION ? documents.links().unsubscribe(subscription) : null;
        return new OutgoingMail(recipient.address(), subject(message), text, null, unsubscribe);
    }

    private static String subject(TopicMessage message) {
        return switch (message.kind()) {
            case NOTIFICATION -> message.subject() == null ? "AWS Notification Message" : message.subject();
            case SUBSCRIPTION_CONFIRMATION -> "AWS Notification - Subscription Confirmation";
            case UNSUBSCRIBE_CONFIRMATION -> "AWS Notification - Unsubscribe Confirmation";
        };
    }

    private String plain(TopicMessage message, Subscription subscription) {
        return switch (message.kind()) {
            case NOTIFICATION ->
                MessageWriter.textFor(message, subscription) + LINE
                        + "If you wish to stop receiving notifications from this topic, please visit the link below"
                        + " to unsubscribe:\n"
                        + documents.links().unsubscribe(subscription);
            case SUBSCRIPTION_CONFIRMATION ->
                "You have chosen to subscribe to the topic:\n" + subscription.topicArn()
                        + "\n\nTo confirm this subscription, visit the link below (if this was in error no action is"
                        + " necessary):\n"
                        + confirm(subscription);
            case UNSUBSCRIBE_CONFIRMATION ->
                "Your subscription to the topic below has been deactivated:\n" + subscription.topicArn()
                        + "\n\nIf this was in error, visit the link below to subscribe again:\n"
                        + confirm(subscription);
        };
    }

    private String confirm(Subscription subscription) {
        NotificationLinks links = documents.links();
        return links.subscribe(subscription, links.tokens().confirming(subscription));
    }
}
