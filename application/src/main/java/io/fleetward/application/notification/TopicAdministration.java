// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.Map;

/**
 * Creates, describes, lists and deletes notification topics (hub, SNS).
 *
 * <p>Thread-safe. Creating a topic that exists with the same attributes answers the existing one; deleting one that does
 * not exist has no effect.
 */
public final class TopicAdministration {
    private static final String DISPLAY_NAME = "DisplayName";
    private static final int LONGEST_DISPLAY_NAME = 100;

    private final Transactions transactions;
    private final Topics topics;
    private final InstantSource clock;

    public TopicAdministration(Transactions transactions, Topics topics, InstantSource clock) {
        this.transactions = transactions;
        this.topics = topics;
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
        var topic = new Topic(scope, name, displayName(attributes), clock.instant());
        return transactions.write(tx -> {
            Topic existing = topics.find(tx, scope, name);
            if (existing == null) {
                topics.add(tx, topic);
                return topic;
            }
            if (!existing.displayName().equals(topic.displayName())) {
                throw TopicNames.invalid("Attributes Reason: Topic already exists with different attributes");
            }
            return existing;
        });
    }

    /** The topic of this ARN. */
    public Topic describe(AccountRegion scope, String arn) {
        String name = TopicNames.inArn(scope, arn);
        Topic topic = transactions.read(tx -> topics.find(tx, scope, name));
        if (topic == null) {
            throw TopicNames.missing();
        }
        return topic;
    }

    /** The topics in the order of their names. */
    public Page<Topic> list(AccountRegion scope, PageRequest page) {
        return transactions.read(tx -> topics.list(tx, scope, page));
    }

    /** Deletes the topic of this ARN. */
    public void delete(AccountRegion scope, String arn) {
        String name = TopicNames.inArn(scope, arn);
        transactions.change(tx -> topics.remove(tx, scope, name));
    }

    private static String displayName(Map<String, String> attributes) {
        for (String attribute : attributes.keySet()) {
            if (!attribute.equals(DISPLAY_NAME)) {
                throw TopicNames.invalid(
                        "Attributes Reason: the attribute " + attribute + " is not supported, only DisplayName is");
            }
        }
        String displayName = attributes.getOrDefault(DISPLAY_NAME, "");
        if (displayName.length() > LONGEST_DISPLAY_NAME) {
            throw TopicNames.invalid(
                    "Attributes Reason: DisplayName must be at most " + LONGEST_DISPLAY_NAME + " characters long");
        }
        return displayName;
    }
}
