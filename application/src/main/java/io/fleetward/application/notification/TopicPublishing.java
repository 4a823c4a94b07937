// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Ids;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes messages to notification topics (hub, SNS).
 *
 * <p>Thread-safe. A message is kept for every confirmed subscription in the transaction that publishes it, so that it
 * is delivered at least once if, and only if, that transaction becomes durable. A subscription for which {@value
 * #MOST_WAITING} deliveries wait gets no further ones until some are gone; that is logged.
 */
public final class TopicPublishing implements TopicAnnouncer {
    /** Bounds what an endpoint that does not answer costs. */
    static final int MOST_WAITING = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(TopicPublishing.class);

    private final NotificationStore store;
    private final Runnable wakeDelivery;
    private final InstantSource clock;
    private final Ids ids;

    /** @param wakeDelivery called, after the commit, when there is something to deliver; must not block */
    public TopicPublishing(NotificationStore store, Runnable wakeDelivery, InstantSource clock, Ids ids) {
        this.store = store;
        this.wakeDelivery = wakeDelivery;
        this.clock = clock;
        this.ids = ids;
    }

    /** Publishes the message in a transaction of its own; answers its id once it is durable. */
    public String publish(AccountRegion scope, String topicArn, MessageDraft draft) {
        return store.transactions().write(tx -> publish(tx, scope, topicArn, draft));
    }

    /** Publishes a text to the topic of this ARN, which must be one of the account and region. */
    public void publish(Tx tx, AccountRegion scope, String topicArn, String message) {
        publish(tx, scope, topicArn, MessageDraft.of(message));
    }

    /** Publishes to the topic of this ARN, which must be one of the account and region; answers the message's id. */
    public String publish(Tx tx, AccountRegion scope, String topicArn, MessageDraft draft) {
        MessageRules.check(draft);
        Topic topic = require(tx, scope, topicArn);
        Instant now = clock.instant();
        TopicMessage message = TopicMessage.published(topic, ids.uuid(), draft, now);
        List<String> recipients = recipients(tx, topic);
        if (!recipients.isEmpty()) {
            store.deliveries().add(tx, message, recipients, now);
            tx.afterCommit(wakeDelivery);
        }
        return message.id();
    }

    /** Refuses an ARN that is not that of a topic of this account and region. */
    public void require(AccountRegion scope, String topicArn) {
        store.transactions().read(tx -> require(tx, scope, topicArn));
    }

    @Override
    public void announce(Tx tx, AccountRegion scope, String topicArn, String message) {
        try {
            publish(tx, scope, topicArn, message);
        } catch (ApiException refusal) {
            LOG.atWarn()
                    .addKeyValue("account", scope.account())
                    .addKeyValue("region", scope.region())
                    .addKeyValue("topic", topicArn)
                    .addKeyValue("reason", refusal.text())
                    .log("notification-refused");
        }
    }

    /** Has a message of the service itself sent to one subscription, unless so much waits for it already. */
    void tell(Tx tx, Subscription subscription, TopicMessage.Kind kind, String text, int mostWaiting) {
        if (store.deliveries().waiting(tx, subscription.scope(), subscription.id(), mostWaiting) >= mostWaiting) {
            return;
        }
        Instant now = clock.instant();
        TopicMessage message = TopicMessage.ofService(subscription, ids.uuid(), kind, text, now);
        store.deliveries().add(tx, message, List.of(subscription.id()), now);
        tx.afterCommit(wakeDelivery);
    }

    private Topic require(Tx tx, AccountRegion scope, String topicArn) {
        Topic topic = store.topics().find(tx, scope, TopicNames.inArn(scope, topicArn));
        if (topic == null) {
            throw TopicNames.missing();
        }
        return topic;
    }

    private List<String> recipients(Tx tx, Topic topic) {
        var recipients = new ArrayList<String>();
        for (Subscription subscription : store.subscriptions().of(tx, topic.scope(), topic.name())) {
            if (subscription.state() != Subscription.State.CONFIRMED) {
                continue;
            }
            int waiting = store.deliveries().waiting(tx, topic.scope(), subscription.id(), MOST_WAITING);
            if (waiting < MOST_WAITING) {
                recipients.add(subscription.id());
            } else {
                LOG.atWarn()
                        .addKeyValue("subscription", subscription.arn())
                        .addKeyValue("waiting", waiting)
                        .log("notification-dropped");
            }
        }
        return recipients;
    }
}
