// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.notification;

import io.fleetward.application.store.Tx;
import io.fleetward.kernel.AccountRegion;
import java.nio.charset.StandardCharsets;

/**
 * Publishes messages to notification topics (hub, SNS).
 *
 * <p>Thread-safe. Deviation: topics have no subscriptions yet, so that a message is accepted and reaches nobody.
 */
public final class TopicPublishing {
    private static final int LONGEST_MESSAGE = 256 * 1024;

    private final Topics topics;

    public TopicPublishing(Topics topics) {
        this.topics = topics;
    }

    /** Publishes to the topic of this ARN, which must be one of the account and region, once the transaction is durable. */
    public void publish(Tx tx, AccountRegion scope, String topicArn, String message) {
        if (message.getBytes(StandardCharsets.UTF_8).length > LONGEST_MESSAGE) {
            throw TopicNames.invalid("Message too long");
        }
        if (topics.find(tx, scope, TopicNames.inArn(scope, topicArn)) == null) {
            throw TopicNames.missing();
        }
    }
}
