// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import io.fleetward.application.notification.Endpoint;
import io.fleetward.application.notification.SignatureVersion;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.TopicMessage;
import io.fleetward.application.notification.TopicMessage.Kind;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes messages in the form in which endpoints get them, headers, document and signature (hub, SNS).
 *
 * <p>Immutable, thread-safe. What is signed is each name and value on a line of its own, in the order of the names.
 */
public record MessageWriter(MessageSigner signer, NotificationLinks links) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    /** The message for this subscription. */
    OutgoingMessage write(
            TopicMessage message, Subscription subscription, Endpoint endpoint, SignatureVersion version) {
        var headers = headers(message, subscription);
        if (message.kind() == Kind.NOTIFICATION && subscription.isRaw()) {
            headers.put("x-amz-sns-rawdelivery", "true");
            return new OutgoingMessage(endpoint, headers, textFor(message, subscription));
        }
        return new OutgoingMessage(
                endpoint, headers, document(message, subscription, version).toPrettyString());
    }

    /** The signed JSON document around the message. */
    ObjectNode document(TopicMessage message, Subscription subscription, SignatureVersion version) {
        return message.kind() == Kind.NOTIFICATION
                ? notification(message, subscription, version)
                : confirmation(message, subscription, version);
    }

    private static SequencedMap<String, String> headers(TopicMessage message, Subscription subscription) {
        var headers = new LinkedHashMap<String, String>();
        headers.put("x-amz-sns-message-type", message.kind().wireName());
        headers.put("x-amz-sns-message-id", message.id());
        headers.put("x-amz-sns-topic-arn", subscription.topicArn().toString());
        if (message.kind() != Kind.SUBSCRIPTION_CONFIRMATION) {
            headers.put("x-amz-sns-subscription-arn", subscription.arn().toString());
        }
        headers.put("Content-Type", "text/plain; charset=UTF-8");
        headers.put("User-Agent", "Amazon Simple Notification Service Agent");
        return headers;
    }

    /** The text that the recipient's protocol gets. */
    static String textFor(TopicMessage message, Subscription subscription) {
        if (!message.isPerProtocol()) {
            return message.text();
        }
        var texts = JsonMapper.shared().readTree(message.text());
        var own = texts.path(subscription.endpoint().protocol());
        return own.isString() ? own.stringValue() : texts.path("default").stringValue();
    }

    private ObjectNode notification(TopicMessage message, Subscription subscription, SignatureVersion version) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("Type", message.kind().wireName());
        document.put("MessageId", message.id());
        document.put("TopicArn", subscription.topicArn().toString());
        if (message.subject() != null) {
            document.put("Subject", message.subject());
        }
        document.put("Message", textFor(message, subscription));
        document.put("Timestamp", TIME.format(message.publishedAt()));
        sign(document, version, "Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type");
        document.put("UnsubscribeURL", links.unsubscribe(subscription));
        if (!message.attributes().isEmpty()) {
            ObjectNode attributes = document.putObject("MessageAttributes");
            message.attributes()
                    .forEach((name, attribute) -> attributes
                            .putObject(name)
                            .put("Type", attribute.dataType())
                            .put("Value", attribute.value()));
        }
        return document;
    }

    private ObjectNode confirmation(TopicMessage message, Subscription subscription, SignatureVersion version) {
        String token = links.tokens().confirming(subscription);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("Type", message.kind().wireName());
        document.put("MessageId", message.id());
        document.put("Token", token);
        document.put("TopicArn", subscription.topicArn().toString());
        document.put("Message", message.text());
        document.put("SubscribeURL", links.subscribe(subscription, token));
        document.put("Timestamp", TIME.format(message.publishedAt()));
        sign(document, version, "Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type");
        return document;
    }

    private void sign(ObjectNode document, SignatureVersion version, String... names) {
        var signed = new StringBuilder();
        for (String name : names) {
            if (document.has(name)) {
                signed.append(name).append('\n');
                signed.append(document.get(name).stringValue()).append('\n');
            }
        }
        document.put("SignatureVersion", version.wireName());
        document.put("Signature", signer.sign(signed.toString(), version));
        document.put("SigningCertURL", links.certificate(signer.certificateName()));
    }
}
