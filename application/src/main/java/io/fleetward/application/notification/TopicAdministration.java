// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.error.ApiException;
import io.fleetward.application.error.SnsError;
import io.fleetward.application.store.Transactions;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.Arn;
import io.fleetward.kernel.Page;
import io.fleetward.kernel.PageRequest;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Creates, describes, lists and deletes notification topics (hub, SNS).
 *
 * <p>Thread-safe. Creating a topic that exists with the same attributes answers the existing one; deleting one that does
 * not exist has no effect.
 */
public final class TopicAdministration {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,256}");
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
            throw invalid("Topic Name Reason: FIFO topics are not supported");
        }
        if (!NAME.matcher(name).matches()) {
            throw invalid("Topic Name");
        }
        var topic = new Topic(scope, name, displayName(attributes), clock.instant());
        return transactions.write(tx -> {
            Topic existing = topics.find(tx, scope, name);
            if (existing == null) {
                topics.add(tx, topic);
                return topic;
            }
            if (!existing.displayName().equals(topic.displayName())) {
                throw invalid("Attributes Reason: Topic already exists with different attributes");
            }
            return existing;
        });
    }

    /** The topic of this ARN. */
    public Topic describe(AccountRegion scope, String arn) {
        String name = nameIn(scope, arn);
        Topic topic = transactions.read(tx -> topics.find(tx, scope, name));
        if (topic == null) {
            throw missing();
        }
        return topic;
    }

    /** The topics in the order of their names. */
    public Page<Topic> list(AccountRegion scope, PageRequest page) {
        return transactions.read(tx -> topics.list(tx, scope, page));
    }

    /** Deletes the topic of this ARN. */
    public void delete(AccountRegion scope, String arn) {
        String name = nameIn(scope, arn);
        transactions.change(tx -> topics.remove(tx, scope, name));
    }

    private static String displayName(Map<String, String> attributes) {
        for (String attribute : attributes.keySet()) {
            if (!attribute.equals(DISPLAY_NAME)) {
                throw invalid(
                        "Attributes Reason: the attribute " + attribute + " is not supported, only DisplayName is");
            }
        }
        String displayName = attributes.getOrDefault(DISPLAY_NAME, "");
        if (displayName.length() > LONGEST_DISPLAY_NAME) {
            throw invalid(
                    "Attributes Reason: DisplayName must be at most " + LONGEST_DISPLAY_NAME + " characters long");
        }
        return displayName;
    }

    private static String nameIn(AccountRegion scope, String text) {
        Arn arn = Arn.parse(text);
        if (arn == null
                || !arn.service().equals("sns")
                || !NAME.matcher(arn.resource()).matches()) {
            throw invalid("TopicArn");
        }
        if (!arn.belongsTo(scope)) {
            throw missing();
        }
        return arn.resource();
    }

    private static ApiException invalid(String what) {
        return new ApiException(SnsError.INVALID_PARAMETER, "Invalid parameter: " + what);
    }

    private static ApiException missing() {
        return new ApiException(SnsError.NOT_FOUND, "Topic does not exist");
    }
}
