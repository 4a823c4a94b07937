// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.notification.Subscription.State;
import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Creates, describes, changes, lists and deletes notification topics (hub, SNS).
 *
 * <p>Thread-safe. Creating a topic that exists with the same attributes answers the existing one; deleting one that does
 * not exist has no effect.
 */
public final class TopicAdministration {
    private final NotificationStore store;
    private final InstantSource clock;

    /** A topic and how many subscriptions it has in each state. Immutable. */
    public record Described(Topic topic, long confirmed, long pending, long deleted) {}

    public TopicAdministration(NotificationStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Creates the topic unless it exists already. */
    public Topic create(AccountRegion scope, String name, Map<String, String> attributes) {
        if (name.endsWith(".fifo")) {
            throw TopicNames.invalid("Topic Name Reason: FIFO topics are not supported");
        }
        if (!TopicNames.isValid(name)) {
            throw TopicNames.invalid("Topic Name");
        }
        var topic = new Topic(scope, name, TopicAttributes.of(attributes), clock.instant());
        return store.transactions().write(tx -> {
            Topic existing = store.topics().find(tx, scope, name);
            if (existing == null) {
                store.topics().put(tx, topic);
                return topic;
            }
            if (!existing.attributes().equals(topic.attributes())) {
                throw TopicNames.invalid("Attributes Reason: Topic already exists with different attributes");
            }
            return existing;
        });
    }

    /** The topic of this ARN. */
    public Described describe(AccountRegion scope, String arn) {
        String name = TopicNames.inArn(scope, arn);
        return store.transactions().read(tx -> {
            Topic topic = require(tx, scope, name);
            List<Subscription> all = store.subscriptions().of(tx, scope, name);
            return new Described(
                    topic, count(all, State.CONFIRMED), count(all, State.PENDING), count(all, State.DELETED));
        });
    }

    /** Sets an attribute of the topic; null sets it back. */
    public void setAttribute(AccountRegion scope, String arn, String attribute, @Nullable String value) {
        String name = TopicNames.inArn(scope, arn);
        store.transactions().change(tx -> {
            Topic topic = require(tx, scope, name);
            store.topics().put(tx, topic.with(topic.attributes().with("AttributeName", attribute, value)));
        });
    }

    /** The topics in the order of their names. */
    public Page<Topic> list(AccountRegion scope, PageRequest page) {
        return store.transactions().read(tx -> store.topics().list(tx, scope, page));
    }

    /** Deletes the topic of this ARN with its subscriptions; what they have not got yet is not delivered any more. */
    public void delete(AccountRegion scope, String arn) {
        String name = TopicNames.inArn(scope, arn);
        store.transactions().change(tx -> {
            store.subscriptions()
                    .of(tx, scope, name)
                    .forEach(subscription -> store.subscriptions().remove(tx, scope, subscription.id()));
            store.topics().remove(tx, scope, name);
        });
    }

    private Topic require(Tx tx, AccountRegion scope, String name) {
        Topic topic = store.topics().find(tx, scope, name);
        if (topic == null) {
            throw TopicNames.missing();
        }
        return topic;
    }

    private static long count(List<Subscription> subscriptions, State state) {
        return subscriptions.stream()
                .filter(subscription -> subscription.state() == state)
                .count();
    }
}
