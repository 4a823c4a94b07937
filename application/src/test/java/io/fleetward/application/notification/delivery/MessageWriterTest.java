// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import static io.fleetward.application.notification.NotificationWorld.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.notification.Endpoint;
import io.fleetward.application.notification.MessageAttribute;
import io.fleetward.application.notification.MessageDraft;
import io.fleetward.application.notification.NotificationWorld;
import io.fleetward.application.notification.SignatureVersion;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.TopicMessage;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an endpoint gets, proven as a client proves it: from what stands in the document alone. */
class MessageWriterTest {
    private static final String BASE = "https://fleetward.example:8443";

    private final NotificationWorld world = new NotificationWorld();
    private final String topic = world.topic("alarms");
    private final RsaSigner signer = new RsaSigner();
    private final MessageWriter writer = new MessageWriter(signer, new NotificationLinks(() -> BASE, world.tokens));

    @Test
    void asksToConfirmByATokenAndALink() throws Exception {
        Subscription pending = world.subscribe(topic, "https://hooks.example/");

        OutgoingMessage sent = write(onlyMessage(), pending, SignatureVersion.SHA1);

        assertThat(sent.headers().get("x-amz-sns-message-type")).isEqualTo("SubscriptionConfirmation");
        assertThat(sent.headers().get("x-amz-sns-topic-arn")).isEqualTo(topic);
        assertThat(sent.headers()).doesNotContainKey("x-amz-sns-subscription-arn");
        assertThat(sent.headers().get("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(sent.headers().get("User-Agent")).isEqualTo("Amazon Simple Notification Service Agent");
        JsonNode document = json(sent);
        assertThat(document.propertyNames())
                .containsExactly(
                        "Type",
                        "MessageId",
                        "Token",
                        "TopicArn",
                        "Message",
                        "SubscribeURL",
                        "Timestamp",
                        "SignatureVersion",
                        "Signature",
                        "SigningCertURL");
        assertThat(document.get("Timestamp").stringValue()).isEqualTo("2026-06-01T00:00:00.000Z");
        assertThat(document.get("SigningCertURL").stringValue()).isEqualTo(BASE + "/SimpleNotificationService-0.pem");
        String token = document.get("Token").stringValue();
        assertThat(document.get("SubscribeURL").stringValue())
                .isEqualTo(BASE + "/?Action=ConfirmSubscription&TopicArn=" + topic.replace(":", "%3A") + "&Token="
                        + token + "&Version=2010-03-31");
        assertThat(world.subscriptions.confirm(SCOPE, topic, token).id()).isEqualTo(pending.id());
        assertGenuine(
                document,
                "SHA1withRSA",
                List.of("Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"));
    }

    @Test
    void writesANotificationWithSubjectAndAttributes() throws Exception {
        Subscription subscription = world.subscribeConfirmed(topic, "https://hooks.example/");
        publish(MessageDraft.of("{\"a\": \"ü\"}\n")
                .about("About")
                .with(Map.of("count", new MessageAttribute("Number", "3"))));

        OutgoingMessage sent = write(onlyMessage(), subscription, SignatureVersion.SHA256);

        assertThat(sent.headers().get("x-amz-sns-message-type")).isEqualTo("Notification");
        assertThat(sent.headers().get("x-amz-sns-subscription-arn"))
                .isEqualTo(subscription.arn().toString());
        assertThat(sent.headers()).doesNotContainKey("x-amz-sns-rawdelivery");
        JsonNode document = json(sent);
        assertThat(document.propertyNames())
                .containsExactly(
                        "Type",
                        "MessageId",
                        "TopicArn",
                        "Subject",
                        "Message",
                        "Timestamp",
                        "SignatureVersion",
                        "Signature",
                        "SigningCertURL",
                        "UnsubscribeURL",
                        "MessageAttributes");
        assertThat(document.get("Message").stringValue()).isEqualTo("{\"a\": \"ü\"}\n");
        assertThat(document.get("SignatureVersion").stringValue()).isEqualTo("2");
        assertThat(document.get("MessageAttributes").toString())
                .isEqualTo("{\"count\":{\"Type\":\"Number\",\"Value\":\"3\"}}");
        assertThat(document.get("UnsubscribeURL").stringValue())
                .startsWith(BASE + "/?Action=Unsubscribe&SubscriptionArn=")
                .contains("&Token=" + world.tokens.unsubscribing(subscription));
        assertGenuine(
                document, "SHA256withRSA", List.of("Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"));
    }

    @Test
    void leavesOutASubjectThatIsNotThere() throws Exception {
        Subscription subscription = world.subscribeConfirmed(topic, "https://hooks.example/");
        publish(MessageDraft.of("text"));

        JsonNode document = json(write(onlyMessage(), subscription, SignatureVersion.SHA1));

        assertThat(document.has("Subject")).isFalse();
        assertThat(document.has("MessageAttributes")).isFalse();
        assertGenuine(document, "SHA1withRSA", List.of("Message", "MessageId", "Timestamp", "TopicArn", "Type"));
    }

    @Test
    void sendsTheBareMessageWhenRawDeliveryIsWanted() {
        Subscription subscription = world.subscribeConfirmed(topic, "https://hooks.example/");
        world.subscriptions.setAttribute(SCOPE, subscription.arn().toString(), "RawMessageDelivery", "true");
        publish(MessageDraft.of("text"));
        Subscription raw =
                world.subscriptions.describe(SCOPE, subscription.arn().toString());

        OutgoingMessage sent = write(onlyMessage(), raw, SignatureVersion.SHA1);

        assertThat(sent.body()).isEqualTo("text");
        assertThat(sent.headers().get("x-amz-sns-rawdelivery")).isEqualTo("true");
    }

    @Test
    void choosesTheTextOfTheProtocol() {
        Subscription secure = world.subscribeConfirmed(topic, "https://hooks.example/");
        Subscription plain = world.subscribeConfirmed(topic, "http://hooks.example/");
        publish(MessageDraft.of("{\"default\": \"for all\", \"https\": \"for https\"}")
                .perProtocol());
        TopicMessage message = world.dueMessages().getFirst();

        assertThat(json(write(message, secure, SignatureVersion.SHA1))
                        .get("Message")
                        .stringValue())
                .isEqualTo("for https");
        assertThat(json(write(message, plain, SignatureVersion.SHA1))
                        .get("Message")
                        .stringValue())
                .isEqualTo("for all");
    }

    private void publish(MessageDraft draft) {
        world.publishing.publish(SCOPE, topic, draft);
    }

    private TopicMessage onlyMessage() {
        assertThat(world.dueMessages()).hasSize(1);
        return world.dueMessages().getFirst();
    }

    private static JsonNode json(OutgoingMessage message) {
        return JsonMapper.shared().readTree(message.body());
    }

    private void assertGenuine(JsonNode document, String algorithm, List<String> names) throws Exception {
        var signed = new StringBuilder();
        names.forEach(name -> signed.append(name)
                .append('\n')
                .append(document.get(name).stringValue())
                .append('\n'));
        Signature signature = Signature.getInstance(algorithm);
        signature.initVerify(signer.publicKey());
        signature.update(signed.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(
                        Base64.getDecoder().decode(document.get("Signature").stringValue())))
                .isTrue();
    }

    private OutgoingMessage write(TopicMessage message, Subscription subscription, SignatureVersion version) {
        return writer.write(message, subscription, (Endpoint) subscription.endpoint(), version);
    }
}
