// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;
import io.fleetward.kernel.AccountRegion;
import io.fleetward.kernel.topic.TopicName;

/**
 * Takes what is published on topics below {@code $aws/} in place of subscribers. Thread-safe; called on loops, so it
 * must not block.
 */
public interface ReservedTopicHandler {
    /** Whether messages on this topic are for this handler. */
    boolean takes(TopicName topic);

    /**
     * Handles a message that somebody was allowed to publish, over whatever protocol.
     *
     * @param answers where the handler's own messages go
     */
    void handle(AccountRegion scope, Message message, MessagePublisher answers);
}
