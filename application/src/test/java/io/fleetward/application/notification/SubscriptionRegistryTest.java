// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import static io.fleetward.application.notification.NotificationWorld.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.SnsError;
import io.fleetward.application.notification.Subscription.State;
import io.fleetward.application.notification.TopicMessage.Kind;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** How endpoints come to a topic and leave it. */
class SubscriptionRegistryTest {
    private static final String URL = "https://hooks.example/alarms";

    private final NotificationWorld world = new NotificationWorld();
    private final SubscriptionRegistry subscriptions = world.subscriptions;
    private final String topic = world.topic("alarms");

    @Test
    void asksAnEndpointToConfirm() {
        Subscription subscription = world.subscribe(topic, URL);

        assertThat(subscription.state()).isEqualTo(State.PENDING);
        assertThat(subscription.arn().toString()).matches(topic + ":[0-9a-f-]{36}");
        assertThat(world.wakes).isOne();
        assertThat(world.dueMessages()).singleElement().satisfies(message -> {
            assertThat(message.kind()).isEqualTo(Kind.SUBSCRIPTION_CONFIRMATION);
            assertThat(message.text()).contains(topic).contains("SubscribeURL");
        });
    }

    @Test
    void confirmsByTheTokenOnceAndForAll() {
        Subscription pending = world.subscribe(topic, URL);
        String token = world.tokens.confirming(pending);

        Subscription confirmed = subscriptions.confirm(SCOPE, topic, token);

        assertThat(confirmed.state()).isEqualTo(State.CONFIRMED);
        assertThat(subscriptions.confirm(SCOPE, topic, token)).isEqualTo(confirmed);
        assertThat(subscriptions.describe(SCOPE, confirmed.arn().toString())).isEqualTo(confirmed);
    }

    @Test
    void refusesTokensThatAreForgedStrangeOrOld() {
        Subscription pending = world.subscribe(topic, URL);
        String token = world.tokens.confirming(pending);
        String other = world.topic("other");
        var forger = new SubscriptionTokens(new byte[] {1});

        refuses(() -> subscriptions.confirm(SCOPE, topic, forger.confirming(pending)), "Invalid parameter: Token");
        refuses(() -> subscriptions.confirm(SCOPE, topic, token.substring(1)), "Invalid parameter: Token");
        refuses(
                () -> subscriptions.confirm(SCOPE, topic, world.tokens.unsubscribing(pending)),
                "Invalid parameter: Token");
        refuses(() -> subscriptions.confirm(SCOPE, other, token), "Invalid parameter: Token");
        world.clock.advance(Subscription.CONFIRMATION_TIME);
        refuses(() -> subscriptions.confirm(SCOPE, topic, token), "Invalid parameter: Token");
    }

    @Test
    void replacesTheTokenWhenItAsksAgain() {
        String first = world.tokens.confirming(world.subscribe(topic, URL));
        world.clock.advance(Duration.ofMinutes(1));
        Subscription again = world.subscribe(topic, URL);

        assertThat(world.dueMessages()).hasSize(2);
        refuses(() -> subscriptions.confirm(SCOPE, topic, first), "Invalid parameter: Token");
        assertThat(subscriptions
                        .confirm(SCOPE, topic, world.tokens.confirming(again))
                        .id())
                .isEqualTo(again.id());
    }

    @Test
    void doesNotFloodAnEndpointWithQuestions() {
        for (int i = 0; i < 5; i++) {
            world.subscribe(topic, URL);
        }

        assertThat(world.dueMessages()).hasSize(2);
    }

    @Test
    void answersTheSubscriptionThatIsThere() {
        Subscription confirmed = world.subscribeConfirmed(topic, URL);

        assertThat(world.subscribe(topic, URL)).isEqualTo(confirmed);
        assertThat(world.due()).isEmpty();
        refuses(
                () -> subscriptions.subscribe(SCOPE, topic, "https", URL, true),
                "Subscription already exists with different attributes");
    }

    @Test
    void tellsAnEndpointThatItsSubscriptionEndedAndLetsItTakeThatBack() {
        Subscription confirmed = world.subscribeConfirmed(topic, URL);
        String arn = confirmed.arn().toString();

        subscriptions.unsubscribe(SCOPE, arn);
        subscriptions.unsubscribe(SCOPE, arn);

        refuses(() -> subscriptions.describe(SCOPE, arn), "Subscription does not exist");
        assertThat(world.dueMessages())
                .singleElement()
                .satisfies(message -> assertThat(message.kind()).isEqualTo(Kind.UNSUBSCRIBE_CONFIRMATION));
        Subscription deleted = world.kept(confirmed);
        assertThat(subscriptions
                        .confirm(SCOPE, topic, world.tokens.confirming(deleted))
                        .state())
                .isEqualTo(State.CONFIRMED);
    }

    @Test
    void forgetsAPendingSubscriptionThatIsEnded() {
        Subscription pending = world.subscribe(topic, URL);
        int questions = world.due().size();

        subscriptions.unsubscribe(SCOPE, pending.arn().toString());

        assertThat(world.due()).hasSize(questions);
        refuses(
                () -> subscriptions.confirm(SCOPE, topic, world.tokens.confirming(pending)),
                "Invalid parameter: Token");
    }

    @Test
    void setsRawDeliveryAndNothingElse() {
        String arn = world.subscribeConfirmed(topic, URL).arn().toString();

        subscriptions.setAttribute(SCOPE, arn, "RawMessageDelivery", "true");

        assertThat(subscriptions.describe(SCOPE, arn).isRaw()).isTrue();
        refuses(() -> subscriptions.setAttribute(SCOPE, arn, "RawMessageDelivery", "perhaps"), "must be true or false");
        refuses(
                () -> subscriptions.setAttribute(SCOPE, arn, "FilterPolicy", "{}"),
                "the attribute FilterPolicy is not supported, only RawMessageDelivery is");
    }

    @Test
    void listsWhatIsPendingOrConfirmed() {
        String other = world.topic("other");
        Subscription one = world.subscribeConfirmed(topic, "https://one.example/");
        Subscription two = world.subscribe(topic, "https://two.example/");
        Subscription three = world.subscribeConfirmed(other, "https://three.example/");
        Subscription gone = world.subscribeConfirmed(topic, "https://four.example/");
        subscriptions.unsubscribe(SCOPE, gone.arn().toString());

        assertThat(subscriptions.list(SCOPE, PageRequest.first(10)).items()).containsExactlyInAnyOrder(one, two, three);
        Page<Subscription> first = subscriptions.listByTopic(SCOPE, topic, PageRequest.first(1));
        Page<Subscription> second = subscriptions.listByTopic(SCOPE, topic, new PageRequest(1, first.next()));
        assertThat(List.of(first.items().getFirst(), second.items().getFirst())).containsExactlyInAnyOrder(one, two);
        assertThat(second.next()).isNull();
    }

    @Test
    void refusesWhatTheOperatorForbidsAndWhatIsNotThere() {
        var elsewhere = AccountRegion.of("111111111111", "us-east-1");

        refuses(() -> world.subscribe(topic, "https://forbidden.example/"), "Endpoint Reason: the operator forbids it");
        refuses(() -> world.subscribe(topic + "s", URL), "Topic does not exist");
        refuses(() -> subscriptions.listByTopic(SCOPE, topic + "s", PageRequest.first(1)), "Topic does not exist");
        String arn = world.subscribeConfirmed(topic, URL).arn().toString();
        refuses(() -> subscriptions.describe(elsewhere, arn), "Subscription does not exist");
        refuses(() -> subscriptions.unsubscribe(elsewhere, arn), "Subscription does not exist");
        refuses(() -> subscriptions.describe(SCOPE, topic), "Invalid parameter: SubscriptionArn");
        refuses(() -> subscriptions.describe(SCOPE, "pending confirmation"), "Invalid parameter: SubscriptionArn");
    }

    @Test
    void limitsTheSubscriptionsOfATopic() {
        for (int i = 0; i < SubscriptionRegistry.MOST_PER_TOPIC; i++) {
            world.subscribe(topic, "https://hooks.example/" + i);
        }

        assertThatThrownBy(() -> world.subscribe(topic, "https://hooks.example/more"))
                .isInstanceOfSatisfying(
                        ApiException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(SnsError.SUBSCRIPTION_LIMIT_EXCEEDED));
    }

    @Test
    void forgetsWhatNobodyConfirmedWithinThreeDays() {
        world.subscribe(topic, URL);
        Subscription confirmed = world.subscribeConfirmed(topic, "https://two.example/");
        var retention = new SubscriptionRetention(world.store, world.timers, Runnable::run, world.clock);
        retention.start();

        world.timers.advance(Subscription.CONFIRMATION_TIME.plusHours(1));

        assertThat(subscriptions.list(SCOPE, PageRequest.first(10)).items()).containsExactly(confirmed);
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(ApiException.class).hasMessageContaining(message);
    }

    @Test
    void asksAnAddressOnceInFiveMinutes() {
        Subscription first = world.subscribe(topic, "email", "soc@fleetward.example");
        assertThat(world.subscribe(topic, "email", "soc@fleetward.example")).isEqualTo(first);
        assertThat(world.dueMessages()).hasSize(1);
        assertThat(world.subscribe(topic, "email-json", "soc@fleetward.example").id())
                .isNotEqualTo(first.id());

        world.clock.advance(Duration.ofMinutes(5));
        Subscription again = world.subscribe(topic, "email", "soc@fleetward.example");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(world.dueMessages()).hasSize(3);
        assertThat(subscriptions
                        .confirm(SCOPE, topic, world.tokens.confirming(again))
                        .state())
                .isEqualTo(State.CONFIRMED);
    }

    @Test
    void refusesMailThatCannotBeSentOrWouldBeRaw() {
        refuses(
                () -> subscriptions.subscribe(SCOPE, topic, "email", "soc@fleetward.example", true),
                "Attributes Reason: Delivery protocol [email] does not support raw message delivery.");
        Subscription pending = world.subscribe(topic, "email-json", "soc@fleetward.example");
        refuses(
                () -> subscriptions.setAttribute(SCOPE, pending.arn().toString(), "RawMessageDelivery", "true"),
                "Delivery protocol [email-json] does not support");
        world.mailRefusal = "there is no mail server";
        refuses(() -> world.subscribe(topic, "email", "soc@fleetward.example"), "there is no mail server");
    }
}
