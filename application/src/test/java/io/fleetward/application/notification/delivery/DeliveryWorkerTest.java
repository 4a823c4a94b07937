// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification.delivery;

import static io.fleetward.application.notification.NotificationWorld.SCOPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fleetward.application.notification.MessageDraft;
import io.fleetward.application.notification.NotificationWorld;
import io.fleetward.application.notification.Subscription;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Delivered;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Failed;
import io.fleetward.application.notification.delivery.DeliveryOutcome.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Messages on their way to endpoints, some of which do not take them. */
class DeliveryWorkerTest {
    private final NotificationWorld world = new NotificationWorld();
    private final String topic = world.topic("alarms");
    private final RsaSigner signer = new RsaSigner();
    private final Map<String, DeliveryOutcome> outcomes = new ConcurrentHashMap<>();
    private final Queue<String> taken = new ConcurrentLinkedQueue<>();
    private final Queue<String> attempts = new ConcurrentLinkedQueue<>();
    private final CountDownLatch release = new CountDownLatch(1);
    private DeliveryWorker worker = worker();

    @AfterEach
    void stop() {
        release.countDown();
        worker.close();
    }

    @Test
    void deliversToEveryEndpointWokenByTheCommit() {
        confirmed("one");
        confirmed("two");
        worker.start();
        world.delivery = worker::wake;

        publish("first");
        publish("second");

        await().untilAsserted(() ->
                assertThat(taken).containsExactlyInAnyOrder("one first", "one second", "two first", "two second"));
        await().untilAsserted(() -> assertThat(world.due()).isEmpty());
        assertThat(worker.delivered()).isEqualTo(4);
    }

    @Test
    void triesThreeMoreTimesAndGivesUp() {
        confirmed("one");
        outcomes.put("one", new Failed("answered 500"));
        worker.start();
        publish("lost");
        worker.wake();

        long attempted = 1;
        awaitAttempts(attempted);
        for (long seconds : List.of(20, 40, 80)) {
            world.timers.advance(Duration.ofSeconds(seconds).minusMillis(1));
            worker.wake();
            assertThat(attempts).as("just before %s s", seconds).hasSize((int) attempted);
            world.timers.advance(Duration.ofMillis(1));
            attempted++;
            awaitAttempts(attempted);
        }

        await().untilAsserted(() -> assertThat(worker.givenUp()).isOne());
        assertThat(worker.failedAttempts()).isEqualTo(4);
        assertThat(isAnythingLeft()).isFalse();
    }

    @Test
    void deliversAfterAFailureThatPasses() {
        confirmed("one");
        outcomes.put("one", new Failed("answered 503"));
        worker.start();
        publish("late");
        worker.wake();
        awaitAttempts(1);

        outcomes.clear();
        world.timers.advance(Duration.ofSeconds(20));

        await().untilAsserted(() -> {
            worker.wake();
            assertThat(taken).containsExactly("one late");
        });
        assertThat(worker.givenUp()).isZero();
    }

    @Test
    void doesNotTryAgainWhatWasRefused() {
        confirmed("one");
        outcomes.put("one", new Refused("answered 404"));
        worker.start();
        publish("unwanted");
        worker.wake();

        await().untilAsserted(() -> assertThat(worker.givenUp()).isOne());
        assertThat(isAnythingLeft()).isFalse();
        assertThat(attempts).hasSize(1);
    }

    @Test
    void isNotHeldUpByAnEndpointThatDoesNotAnswer() {
        confirmed("silent");
        for (int i = 0; i < 3 * InFlight.MOST; i++) {
            publish("message " + i);
        }
        confirmedWithout("quick");
        publish("last");

        worker.start();

        await().untilAsserted(() -> assertThat(taken).containsExactly("quick last"));
        assertThat(attempts.stream().filter(attempt -> attempt.startsWith("silent")))
                .hasSize(InFlight.MOST_PER_SUBSCRIPTION);
        release.countDown();
        await().untilAsserted(() -> assertThat(isAnythingLeft()).isFalse());
    }

    @Test
    void goesOnAfterARestartWithWhatWasLeft() {
        confirmed("one");
        outcomes.put("one", new Failed("refused"));
        worker.start();
        publish("kept");
        worker.wake();
        awaitAttempts(1);
        await().until(() -> world.due().isEmpty());
        worker.close();
        outcomes.clear();
        world.clock.advance(Duration.ofHours(1));

        worker = worker();
        worker.start();

        await().untilAsserted(() -> assertThat(taken).containsExactly("one kept"));
    }

    @Test
    void dropsWhatNobodyWaitsForAnyMore() {
        Subscription subscription = confirmed("one");
        confirmed("two");
        publish("gone");
        world.subscriptions.unsubscribe(SCOPE, subscription.arn().toString());

        worker.start();

        await().untilAsserted(
                        () -> assertThat(taken).containsExactlyInAnyOrder("two gone", "one UnsubscribeConfirmation"));
        await().untilAsserted(() -> assertThat(isAnythingLeft()).isFalse());

        publish("topic is next");
        world.topics.delete(SCOPE, topic);
        worker.wake();
        await().untilAsserted(() -> assertThat(isAnythingLeft()).isFalse());
        assertThat(taken).hasSize(2);
    }

    private Subscription confirmed(String host) {
        return world.subscribeConfirmed(topic, "http://" + host + ".example/");
    }

    /** As {@link #confirmed}, leaving what waits for others where it is. */
    private void confirmedWithout(String host) {
        Subscription pending = world.subscribe(topic, "http://" + host + ".example/");
        world.subscriptions.confirm(SCOPE, topic, world.tokens.confirming(pending));
    }

    private void publish(String text) {
        world.publishing.publish(SCOPE, topic, MessageDraft.of(text));
    }

    private void awaitAttempts(long count) {
        await().untilAsserted(() -> {
            // The virtual timers know nothing of a time that has passed when they are set.
            worker.wake();
            assertThat(attempts).hasSize((int) count);
            assertThat(worker.failedAttempts()).isEqualTo(count);
            assertThat(world.due()).isEmpty();
        });
    }

    private boolean isAnythingLeft() {
        var now = world.clock.instant();
        return !world.due().isEmpty()
                || world.store
                                .transactions()
                                .read(tx -> world.store.deliveries().nextDueAfter(tx, now))
                        != null;
    }

    private DeliveryWorker worker() {
        return new DeliveryWorker(
                world.store,
                new Courier(
                        new MessageWriter(
                                signer, new NotificationLinks(() -> "https://fleetward.example", world.tokens)),
                        this::send,
                        this::mail),
                new DeliveryWorker.Surroundings(
                        Executors.newVirtualThreadPerTaskExecutor(), world.timers, world.clock));
    }

    private DeliveryOutcome mail(OutgoingMail mail) {
        taken.add(mail.to() + " " + mail.subject());
        return new Delivered();
    }

    private DeliveryOutcome send(OutgoingMessage message) {
        String host = message.endpoint().host().replace(".example", "");
        var document = JsonMapper.shared().readTree(message.body());
        String type = document.get("Type").stringValue();
        String text = type.equals("Notification") ? document.get("Message").stringValue() : type;
        attempts.add(host + " " + text);
        if (host.equals("silent")) {
            try {
                release.await();
            } catch (InterruptedException stopping) {
                return new Failed("interrupted");
            }
        }
        DeliveryOutcome outcome = outcomes.getOrDefault(host, new Delivered());
        if (outcome instanceof Delivered && !host.equals("silent")) {
            taken.add(host + " " + text);
        }
        return outcome;
    }

    @Test
    void deliversByMail() {
        String address = "soc@fleetward.example";
        world.subscribe(topic, "email", address);
        worker.start();
        worker.wake();

        await().untilAsserted(() ->
                assertThat(taken).containsExactly(address + " AWS Notification - Subscription Confirmation"));
    }
}
