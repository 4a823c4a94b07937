// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import static io.fleetward.application.notification.NotificationWorld.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.fleetward.application.notification.MailAddress;
import io.fleetward.application.notification.MailRecipient;
import io.fleetward.application.notification.MessageDraft;
import io.fleetward.application.notification.NotificationWorld;
import io.fleetward.application.notification.SignatureVersion;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.TopicMessage;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What people get by mail of a topic. */
class MailWriterTest {
    private static final String BASE = "https://fleetward.example:8443";
    private static final String ADDRESS = "soc@fleetward.example";

    private final NotificationWorld world = new NotificationWorld();
    private final String topic = world.topic("alarms");
    private final MailWriter writer =
            new MailWriter(new MessageWriter(new RsaSigner(), new NotificationLinks(() -> BASE, world.tokens)));

    @Test
    void asksToConfirmByALink() {
        Subscription pending = world.subscribe(topic, "email", ADDRESS);

        OutgoingMail mail = write(pending);

        assertThat(mail.to()).isEqualTo(new MailAddress(ADDRESS));
        assertThat(mail.subject()).isEqualTo("AWS Notification - Subscription Confirmation");
        assertThat(mail.text())
                .contains(topic)
                .endsWith(BASE + "/?Action=ConfirmSubscription&TopicArn=" + topic.replace(":", "%3A") + "&Token="
                        + world.tokens.confirming(pending) + "&Version=2010-03-31");
        assertThat(mail.unsubscribe()).isNull();
    }

    @Test
    void tellsAMessageWithALinkOutOfIt() {
        Subscription subscription = confirmed("email");
        String texts = "{\"default\":\"d\",\"email\":\"for people\"}";
        world.publishing.publish(
                SCOPE, topic, MessageDraft.of(texts).about("About").perProtocol());

        OutgoingMail mail = write(subscription);

        assertThat(mail.subject()).isEqualTo("About");
        assertThat(mail.text()).startsWith("for people\n\n--\n").contains(BASE + "/?Action=Unsubscribe");
        assertThat(mail.unsubscribe()).startsWith(BASE + "/?Action=Unsubscribe").doesNotContain("\n");
        assertThat(mail.attachment()).isNull();
    }

    @Test
    void sendsTheDocumentWhereJsonIsWanted() {
        Subscription subscription = confirmed("email-json");
        world.publishing.publish(SCOPE, topic, MessageDraft.of("text"));

        OutgoingMail mail = write(subscription);

        assertThat(mail.subject()).isEqualTo("AWS Notification Message");
        var document = JsonMapper.shared().readTree(mail.text());
        assertThat(document.path("Type").asString()).isEqualTo("Notification");
        assertThat(document.path("Message").asString()).isEqualTo("text");
        assertThat(document.path("Signature").asString()).isNotEmpty();
    }

    @Test
    void tellsThatASubscriptionEndedAndHowToTakeThatBack() {
        Subscription subscription = confirmed("email");
        world.subscriptions.unsubscribe(SCOPE, subscription.arn().toString());
        Subscription ended = world.kept(subscription);

        OutgoingMail mail = write(ended);

        assertThat(mail.subject()).isEqualTo("AWS Notification - Unsubscribe Confirmation");
        assertThat(mail.text()).contains(world.tokens.confirming(ended));
    }

    @Test
    void makesOneLineOfASubject() {
        var to = new MailAddress(ADDRESS);
        assertThat(new OutgoingMail(to, "a\r\nBcc: b\u2028c ", "", null, null).subject())
                .isEqualTo("a Bcc: b c");
        assertThat(new OutgoingMail(to, "x".repeat(500), "", null, null)
                        .subject()
                        .length())
                .isLessThanOrEqualTo(200);
    }

    private Subscription confirmed(String protocol) {
        Subscription pending = world.subscribe(topic, protocol, ADDRESS);
        world.due()
                .forEach(delivery -> world.store
                        .transactions()
                        .change(tx -> world.store.deliveries().remove(tx, delivery)));
        return world.subscriptions.confirm(SCOPE, topic, world.tokens.confirming(pending));
    }

    private OutgoingMail write(Subscription subscription) {
        List<TopicMessage> due = world.dueMessages();
        assertThat(due).hasSize(1);
        return writer.write(
                due.getFirst(), subscription, (MailRecipient) subscription.endpoint(), SignatureVersion.SHA256);
    }
}
