// SPDX-License-Identifier: Apache-2.0
package io.fleetward.application.broker;

import io.fleetward.broker.message.Message;
import io.fleetward.broker.session.ClientKey;
import io.fleetward.kernel.topic.TopicName;

/**
 * Takes what devices publish on topics below {@code $aws/} in place of subscribers. Thread-safe; called on loops, so
 * it must not block.
 */
public interface ReservedTopicHandler {
    /** Whether messages on this topic are for this handler. */
    boolean takes(TopicName topic);

    /** Handles a message that the client was allowed to publish. */
    void handle(ClientKey client, Message message);
}
