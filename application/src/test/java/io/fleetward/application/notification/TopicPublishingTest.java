// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static io.fleetward.application.notification.NotificationWorld.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.kernel.AccountRegion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What becomes of a message that is published. */
class TopicPublishingTest {
    private final NotificationWorld world = new NotificationWorld();
    private final String topic = world.topic("alarms");

    @Test
    void keepsAMessageForEveryConfirmedSubscription() {
        Subscription one = world.subscribeConfirmed(topic, "https://one.example/");
        Subscription two = world.subscribeConfirmed(topic, "https://two.example/");
        Subscription gone = world.subscribeConfirmed(topic, "https://three.example/");
        world.store.transactions().change(tx -> world.store.subscriptions().remove(tx, SCOPE, gone.id()));
        world.subscribeConfirmed(world.topic("other"), "https://one.example/");
        MessageDraft draft =
                MessageDraft.of("Text").about("About").with(Map.of("count", new MessageAttribute("Number", "3")));

        String id = world.publishing.publish(SCOPE, topic, draft);

        assertThat(world.due()).extracting(Delivery::subscriptionId).containsExactlyInAnyOrder(one.id(), two.id());
        assertThat(world.dueMessages()).allSatisfy(message -> {
            assertThat(message.id()).isEqualTo(id);
            assertThat(message.text()).isEqualTo("Text");
            assertThat(message.subject()).isEqualTo("About");
            assertThat(message.attributes()).isEqualTo(draft.attributes());
            assertThat(message.publishedAt()).isEqualTo(world.clock.instant());
        });
    }

    @Test
    void keepsNothingWhenNobodyListensOrTheTransactionFails() {
        world.publishing.publish(SCOPE, topic, MessageDraft.of("to nobody"));
        world.subscribeConfirmed(topic, "https://one.example/");
        int wakes = world.wakes;
        assertThatThrownBy(() -> world.store.transactions().change(tx -> {
                    world.publishing.publish(tx, SCOPE, topic, "never");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(world.due()).isEmpty();
        assertThat(world.wakes).isEqualTo(wakes);
    }

    @Test
    void refusesTopicsThatAreNotThere() {
        var elsewhere = AccountRegion.of("111111111111", "us-east-1");

        assertThatThrownBy(() -> world.publishing.publish(SCOPE, topic + "s", MessageDraft.of("text")))
                .isInstanceOf(ApiException.class)
                .hasMessage("Topic does not exist");
        assertThatThrownBy(() -> world.publishing.publish(elsewhere, topic, MessageDraft.of("text")))
                .isInstanceOf(ApiException.class)
                .hasMessage("Topic does not exist");
        assertThatThrownBy(() -> world.publishing.require(SCOPE, "alarms"))
                .isInstanceOf(ApiException.class)
                .hasMessage("Invalid parameter: TopicArn");
    }

    @Test
    void announcesWithoutEverStoppingWhatIsAnnounced() {
        world.subscribeConfirmed(topic, "https://one.example/");

        world.store.transactions().change(tx -> {
            world.publishing.announce(tx, SCOPE, topic + "s", "lost");
            world.publishing.announce(tx, SCOPE, topic, "");
            world.publishing.announce(tx, SCOPE, topic, "told");
        });

        assertThat(world.dueMessages()).extracting(TopicMessage::text).containsExactly("told");
    }

    @Test
    void passesOverASubscriptionForWhichTooMuchWaits() {
        Subscription full = world.subscribeConfirmed(topic, "https://full.example/");
        Subscription other = world.subscribeConfirmed(topic, "https://other.example/");
        world.publishing.publish(SCOPE, topic, MessageDraft.of("first"));
        world.store.transactions().change(tx -> {
            for (int i = 1; i < TopicPublishing.MOST_WAITING; i++) {
                var message = TopicMessage.ofService(
                        full, "message " + i, TopicMessage.Kind.NOTIFICATION, "later", world.clock.instant());
                world.store.deliveries().add(tx, message, List.of(full.id()), Instant.MAX);
            }
        });

        world.publishing.publish(SCOPE, topic, MessageDraft.of("second"));

        assertThat(world.due())
                .extracting(Delivery::subscriptionId)
                .containsExactlyInAnyOrder(full.id(), other.id(), other.id());
    }
}
