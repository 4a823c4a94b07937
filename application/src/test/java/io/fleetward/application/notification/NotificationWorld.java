// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.InMemoryTransactions;
import io.fleetward.application.time.VirtualTimers;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import io.fleetward.testkit.VirtualClock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Topics and subscriptions on fakes; the guard refuses hosts under {@code forbidden.example}. */
public final class NotificationWorld {
    public static final AccountRegion SCOPE = AccountRegion.of("000000000000", "us-east-1");

    public final VirtualClock clock = VirtualClock.atStart();
    public final VirtualTimers timers = new VirtualTimers(clock);
    public final NotificationStore store = new NotificationStore(
            new InMemoryTransactions(), new InMemoryTopics(), new InMemorySubscriptions(), new InMemoryDeliveries());
    public final SubscriptionTokens tokens = new SubscriptionTokens(new byte[32]);
    public final TopicAdministration topics = new TopicAdministration(store, clock);
    public final TopicPublishing publishing;
    public final SubscriptionRegistry subscriptions;

    /** How often the delivery was woken. */
    public int wakes;

    /** Why no mail can be sent. */
    public @Nullable String mailRefusal;

    /** Woken after each commit that left something to deliver. */
    public Runnable delivery = () -> {};

    public NotificationWorld() {
        var ids = new Ids(new Random(5));
        publishing = new TopicPublishing(
                store,
                () -> {
                    wakes++;
                    delivery.run();
                },
                clock,
                ids);
        var rules = new SubscriptionRegistry.Rules(
                endpoint -> endpoint.host().endsWith("forbidden.example") ? "the operator forbids it" : null,
                () -> mailRefusal,
                tokens);
        subscriptions = new SubscriptionRegistry(store, publishing, rules, clock, ids);
    }

    /** Creates a topic; answers its ARN. */
    public String topic(String name) {
        return topics.create(SCOPE, name, Map.of()).arn().toString();
    }

    public Subscription subscribe(String topicArn, String url) {
        return subscriptions.subscribe(SCOPE, topicArn, url.substring(0, url.indexOf(':')), url, null);
    }

    public Subscription subscribe(String topicArn, String protocol, String endpoint) {
        return subscriptions.subscribe(SCOPE, topicArn, protocol, endpoint, null);
    }

    /** Subscribes and confirms; the invitation is thought to have been delivered. */
    public Subscription subscribeConfirmed(String topicArn, String url) {
        Subscription pending = subscribe(topicArn, url);
        due().forEach(delivery ->
                store.transactions().change(tx -> store.deliveries().remove(tx, delivery)));
        return subscriptions.confirm(SCOPE, topicArn, tokens.confirming(pending));
    }

    /** The subscription as it is kept, in whatever state. */
    public Subscription kept(Subscription subscription) {
        Subscription found =
                store.transactions().read(tx -> store.subscriptions().find(tx, SCOPE, subscription.id()));
        return Objects.requireNonNull(found, subscription::id);
    }

    /** What is to be delivered now. */
    public List<Delivery> due() {
        return store.transactions()
                .read(tx -> store.deliveries().due(tx, clock.instant(), new Deliveries.Busy(Set.of(), Set.of()), 1000));
    }

    /** The messages that are to be delivered now, in order. */
    public List<TopicMessage> dueMessages() {
        return due().stream()
                .map(delivery -> {
                    TopicMessage message = store.transactions()
                            .read(tx -> store.deliveries().message(tx, delivery.scope(), delivery.messageId()));
                    return Objects.requireNonNull(message, delivery::messageId);
                })
                .toList();
    }
}
